"""The result of the installation: healthy packages, and a function with only the access rights that it needs."""

import hashlib
import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import grpc
import pytest

from tests.e2e.cluster import Scope
from tools.image.xpkg import Package
from tools.playground.kubectl import Kubectl
from tools.playground.packages import built
from tools.playground.product import FUNCTION, FUNCTION_PACKAGE, NAMESPACE, PROVIDER

WITHIN = f"--namespace={NAMESPACE}"


@pytest.fixture(scope="module")
def process() -> Path:
    """Return the folder in /proc of the function's process; the playground runs it without a container."""
    pid = (Path(os.environ["E2E_PROCESSES"]) / "function").read_text().split()[0]
    return Path("/proc", pid)


def test_packages_are_installed_and_healthy(kubectl: Kubectl, scope: Scope) -> None:
    packages = kubectl.get("configuration.pkg.crossplane.io,function.pkg.crossplane.io,provider.pkg.crossplane.io")
    found = {package["metadata"]["name"]: package["status"]["conditions"] for package in packages["items"]}
    assert set(found) == {f"event-platform-{scope}", FUNCTION, PROVIDER}
    for conditions in found.values():
        states = {condition["type"]: condition["status"] for condition in conditions}
        assert states["Installed"] == states["Healthy"] == "True"


def test_the_compositions_call_the_function_that_the_configuration_installed(kubectl: Kubectl) -> None:
    steps = [step for item in kubectl.get("compositions")["items"] for step in item["spec"]["pipeline"]]
    assert {step["functionRef"]["name"] for step in steps} == {FUNCTION}


def deployment(kubectl: Kubectl) -> dict[str, Any]:
    """Return the Deployment that Crossplane created for the function."""
    found = kubectl.get("deployments", WITHIN)["items"]
    (ours,) = [item for item in found if item["metadata"]["name"].startswith(f"{FUNCTION}-")]
    result: dict[str, Any] = ours
    return result


def test_the_pod_of_the_function_is_restricted(kubectl: Kubectl) -> None:
    found = deployment(kubectl)
    (container,) = found["spec"]["template"]["spec"]["containers"]
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "capabilities": {"drop": ["ALL"]},
        "readOnlyRootFilesystem": True,
        "runAsGroup": 2000,
        "runAsNonRoot": True,
        "runAsUser": 2000,
        "seccompProfile": {"type": "RuntimeDefault"},
    }
    assert found["status"]["availableReplicas"] == found["spec"]["replicas"] == 2


def test_its_service_account_has_no_role(kubectl: Kubectl) -> None:
    name = deployment(kubectl)["spec"]["template"]["spec"]["serviceAccountName"]
    account = f"--as=system:serviceaccount:{NAMESPACE}:{name}"
    for right in ("get secrets", "list pods", "create deployments.apps"):
        assert not kubectl.succeeds("auth", "can-i", *right.split(), account, "--all-namespaces", "--quiet")


@pytest.mark.playground
def test_it_serves_the_certificate_that_crossplane_signed(kubectl: Kubectl) -> None:
    client = kubectl.secret(NAMESPACE, "crossplane-tls-client")
    root = kubectl.secret(NAMESPACE, "crossplane-root-ca")["tls.crt"]
    server = kubectl("config", "view", "--minify", "--output=jsonpath={.clusters[0].cluster.server}")
    credentials = grpc.ssl_channel_credentials(root, client["tls.key"], client["tls.crt"])
    name = [("grpc.ssl_target_name_override", f"{FUNCTION}.{NAMESPACE}")]
    with grpc.secure_channel(f"{urlsplit(server).hostname}:9443", credentials, name) as channel:
        grpc.channel_ready_future(channel).result(timeout=30)


@pytest.mark.playground
def test_it_runs_as_its_user_without_capabilities_on_a_read_only_root(process: Path) -> None:
    lines = (line.split(":", 1) for line in (process / "status").read_text().splitlines())
    status = {name: value.split() for name, value in lines}
    assert status["Uid"] == status["Gid"] == ["2000"] * 4
    assert status["Groups"] == []
    assert status["CapEff"] == status["CapPrm"] == ["0" * 16]
    assert status["NoNewPrivs"] == ["1"]
    mounts = [line.split() for line in (process / "mountinfo").read_text().splitlines()]
    (options,) = [fields[5] for fields in mounts if fields[4] == "/"]
    assert "ro" in options.split(",")


@pytest.mark.playground
def test_it_runs_the_files_of_its_package(process: Path) -> None:
    package = Package(built() / f"{FUNCTION_PACKAGE}.xpkg")
    packed = {
        member.name: hashlib.sha256(content.read()).digest()
        for member, layer in package.runtime()
        if member.isfile() and (content := layer.extractfile(member))
    }
    found = {name: hashlib.sha256((process / "root" / name).read_bytes()).digest() for name in packed}
    assert any(name.endswith("/function/main.py") for name in packed)
    assert [name for name in packed if found[name] != packed[name]] == []
