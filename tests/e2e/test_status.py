"""`platformctl status` on a cluster: it names the reason that the claim has, and reads the tree down to the pods."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.e2e.cluster import READY_SECONDS, SERVICE, Scope, example, new_namespace
from tests.e2e.settings import composed_by, composition
from tests.e2e.test_failures import FAILURES, service, wait_for
from tools.playground.kubectl import Kubectl
from tools.playground.product import RECOMMENDED
from tools.playground.waiting import until

NAME = "steady-worker"
DIAGNOSIS = "e2e-status"


def status(*words: str) -> tuple[int, dict[str, Any]]:
    """Return the exit code and the document of a call; kubectl and the kubeconfig are those of the scenarios."""
    program = Path(sys.executable).with_name("platformctl")
    done = subprocess.run([program, "status", *words, "-o", "json"], capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return done.returncode, found


def kinds(node: dict[str, Any]) -> set[str]:
    return {node["kind"], *(kind for child in node["children"] for kind in kinds(child))}


@pytest.fixture(scope="module")
def broken(kubectl: Kubectl, scope: Scope) -> Iterator[str]:
    """Return a namespace with a service for each failure, whose pods are diagnosed."""
    role = next(yaml.safe_load_all(RECOMMENDED.read_text()))
    kubectl.apply(role)
    settings = {"diagnosis": {"pods": True}}
    with composition(kubectl, "eventdrivenservice", DIAGNOSIS, settings), new_namespace(kubectl, scope) as namespace:
        services = [service(name, namespace, failure.spec) for name, failure in FAILURES.items()]
        kubectl.apply(*(composed_by(document, DIAGNOSIS, scope) for document in services))
        yield namespace
    kubectl("delete", "clusterrole", role["metadata"]["name"])


def test_a_service_that_works_is_operational_and_its_tree_ends_at_the_pods(kubectl: Kubectl, namespace: str) -> None:
    kubectl.apply(example("fixed-replicas", namespace))
    within = f"--namespace={namespace}"
    kubectl.wait(f"{SERVICE}/{NAME}", within, condition="condition=Operational", seconds=READY_SECONDS)
    until(lambda: status(NAME, "-n", namespace)[0] == 0, READY_SECONDS, "the exit code 0")
    code, found = status(f"eds/{NAME}", "-n", namespace)
    assert (code, found["operational"], found["cause"], found["unread"]) == (0, True, None, [])
    assert {"EventDrivenService", "Deployment", "Pod", "Service", "ServiceAccount"} <= kinds(found["tree"])


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_has_the_reason_of_the_claim(kubectl: Kubectl, broken: str, name: str) -> None:
    wait_for(kubectl, broken, name, FAILURES[name].reason)
    code, found = status(name, "-n", broken)
    assert (code, found["operational"], found["cause"]["reason"]) == (1, False, FAILURES[name].reason)
    assert found["cause"]["steps"]
    assert "Pod" in kinds(found["tree"])


def test_a_rejected_claim_has_the_reason_of_the_function(kubectl: Kubectl, namespace: str) -> None:
    credential = "hunter2-in-plaintext"
    kubectl.apply(service("rejected", namespace, {"env": [{"name": "DB_PASSWORD", "value": credential}]}))
    wait_for(kubectl, namespace, "rejected", "InvalidSpec")
    code, found = status("rejected", "-n", namespace)
    assert (code, found["cause"]["reason"], found["cause"]["condition"]) == (1, "InvalidSpec", "Validated")
    assert credential not in json.dumps(found)


def test_an_export_gives_the_same_cause_as_the_cluster(kubectl: Kubectl, broken: str, tmp_path: Path) -> None:
    wait_for(kubectl, broken, "image", FAILURES["image"].reason)
    objects = "objects.kubernetes.crossplane.io,objects.kubernetes.m.crossplane.io"
    listed = kubectl("get", f"{SERVICE},{objects}", "--all-namespaces", "--output=yaml")
    (tmp_path / "export.yaml").write_text(listed)
    code, found = status("image", "-n", broken, "-f", str(tmp_path / "export.yaml"))
    assert (code, found["cause"]["reason"]) == (1, FAILURES["image"].reason)


def test_a_claim_that_does_not_exist_cannot_be_read(namespace: str) -> None:
    program = Path(sys.executable).with_name("platformctl")
    done = subprocess.run([program, "status", "none", "-n", namespace], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no EventDrivenService or InfraBinding none in namespace" in done.stderr


def test_doctor_finds_no_errors_where_the_product_is_installed(foreign_kinds: None, scope: Scope) -> None:
    assert foreign_kinds is None
    program = Path(sys.executable).with_name("platformctl")
    done = subprocess.run([program, "doctor", "-o", "json"], capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)
    assert [finding for finding in found["findings"] if finding["severity"] == "error"] == []
    assert (done.returncode, found["unread"]) == (0, [])
    names = {component["name"] for component in found["components"]}
    assert {"Kubernetes", f"Configuration event-platform-{scope}"} <= names


def test_doctor_finds_a_composition_that_calls_a_function_which_is_not_installed(kubectl: Kubectl) -> None:
    name = "e2e-doctor"
    composition_of_ours = kubectl.get("composition", "eventdrivenservice")
    spec = composition_of_ours["spec"]
    spec["pipeline"][0]["functionRef"]["name"] = "function-of-another-name"
    head = {key: composition_of_ours[key] for key in ("apiVersion", "kind")}
    kubectl.apply({**head, "metadata": {"name": name}, "spec": spec})
    try:
        program = Path(sys.executable).with_name("platformctl")
        done = subprocess.run([program, "doctor", "-o", "json"], capture_output=True, text=True, check=False)
    finally:
        kubectl("delete", "composition", name)
    codes = {(finding["code"], finding["about"]) for finding in json.loads(done.stdout)["findings"]}
    assert (done.returncode, ("EP701", f"Composition {name}") in codes) == (1, True)
