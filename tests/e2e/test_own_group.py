"""Another organization's group: generated, packaged, installed, and used, without a change to a file of the product."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.e2e.cluster import READY_SECONDS, Scope, example, unused_name
from tests.e2e.registry import pushed
from tools.playground.kubectl import Kubectl, RefusedError
from tools.playground.product import FUNCTION_PACKAGE, PROVIDER_REPOSITORY, REPOSITORY
from tools.playground.waiting import until

pytestmark = pytest.mark.playground

GROUP = "apis.acme.example"
KIND = f"worker.{GROUP}"
SETTINGS: dict[str, Any] = {
    "apiVersion": "platform.fn.bizmatters.io/v1beta1",
    "kind": "PlatformConfig",
    "spec": {
        "group": GROUP,
        "names": {
            "EventDrivenService": {"kind": "Worker", "plural": "workers", "shortName": "wk", "category": "acme"},
            "InfraBinding": {"kind": "Binding", "plural": "infra-bindings", "shortName": "bd", "category": "acme"},
        },
        "sizes": {"xs": {"requests": {"cpu": "50m", "memory": "64Mi"}, "limits": {"memory": "128Mi"}}},
        "defaultSize": "xs",
    },
}
NAME = "acme-platform"


def platformctl(folder: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command line in a folder, with the organization's settings."""
    command = [Path(sys.executable).parent / "platformctl", *words, "--platform-config", "platform.yaml"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def organization(kubectl: Kubectl, scope: Scope, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the folder of an organization whose package is installed."""
    folder = tmp_path_factory.mktemp("acme")
    (folder / "platform.yaml").write_text(yaml.safe_dump(SETTINGS))
    assert platformctl(folder, "schema", "--output", "files").returncode == 0
    function = f"--function={REPOSITORY}/{FUNCTION_PACKAGE}"
    words = ("--scope", scope, "--name", NAME, function, f"--provider={PROVIDER_REPOSITORY}", "--output", "own.xpkg")
    assert platformctl(folder, "package", *words).returncode == 0
    package = {
        "apiVersion": "pkg.crossplane.io/v1",
        "kind": "Configuration",
        "metadata": {"name": NAME},
        "spec": {"package": pushed(kubectl, folder / "own.xpkg", f"acme/{NAME}:v0.1.0")},
    }
    kubectl.apply(package)
    kubectl.wait(f"configuration.pkg.crossplane.io/{NAME}", condition="condition=Healthy", seconds=READY_SECONDS)
    definition = f"{'x' if scope == 'claims' else ''}workers.{GROUP}"
    kubectl.wait(f"xrd/{definition}", condition="condition=Established", seconds=READY_SECONDS)
    kubectl("wait", "--for=create", f"crd/workers.{GROUP}", "--timeout=60s")
    yield folder
    kubectl("delete", f"configuration.pkg.crossplane.io/{NAME}", "--timeout=60s")
    until(lambda: not kubectl.succeeds("get", f"crd/workers.{GROUP}"), READY_SECONDS, "the definitions to go")


@pytest.fixture(scope="module")
def namespace(kubectl: Kubectl, organization: Path) -> Iterator[str]:
    """Return a new namespace; its services are gone before the package is removed."""
    name = unused_name()
    kubectl("create", "namespace", name)
    yield name
    kubectl("delete", KIND, "--all", f"--namespace={name}", f"--timeout={READY_SECONDS}s", seconds=READY_SECONDS + 10)
    gone = ("get", "deployments", f"--namespace={name}", "--output=name")
    until(lambda: not kubectl(*gone), READY_SECONDS, "the Deployments to go")
    kubectl("delete", "namespace", name, "--timeout=60s")


def service(namespace: str, size: str) -> dict[str, Any]:
    document = example("fixed-replicas", namespace)
    document |= {"apiVersion": f"{GROUP}/v1alpha1", "kind": "Worker"}
    document["metadata"]["name"] = f"orders-{size}"
    document["spec"]["size"] = size
    return document


def test_a_service_of_its_own_kind_and_size_runs(kubectl: Kubectl, namespace: str) -> None:
    kubectl.apply(service(namespace, "xs"))
    kubectl.wait(
        f"{KIND}/orders-xs", f"--namespace={namespace}", condition="condition=Operational", seconds=READY_SECONDS
    )
    found = kubectl.get("deployment/orders-xs", f"--namespace={namespace}")
    (container,) = found["spec"]["template"]["spec"]["containers"]
    assert container["resources"] == {"requests": {"cpu": "50m", "memory": "64Mi"}, "limits": {"memory": "128Mi"}}
    assert "orders-xs" in kubectl("get", "wk", f"--namespace={namespace}")


def test_the_api_server_and_the_command_line_refuse_the_same_size(
    kubectl: Kubectl, namespace: str, organization: Path
) -> None:
    refused = service(namespace, "small")
    with pytest.raises(RefusedError, match=r'spec\.size: Unsupported value: "small": supported values: "xs"'):
        kubectl.apply(refused)
    (organization / "claim.yaml").write_text(yaml.safe_dump(refused))
    done = platformctl(organization, "validate", "claim.yaml")
    assert done.returncode == 1
    assert "spec.size: must be one of [xs], got 'small'" in done.stdout


def test_the_generated_example_is_accepted(kubectl: Kubectl, organization: Path, namespace: str) -> None:
    document = yaml.safe_load((organization / "files/examples/worker.yaml").read_text())
    document["metadata"]["namespace"] = namespace
    kubectl("apply", "--server-side", "--dry-run=server", "-f", "-", stdin=yaml.safe_dump(document))
    assert platformctl(organization, "validate", "files/examples").returncode == 0
