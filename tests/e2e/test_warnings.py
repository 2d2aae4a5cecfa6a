"""kubectl warns about doubts where a platform has installed the policy, and nothing is refused."""

import re
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.e2e.cluster import READY_SECONDS, SERVICE, example
from tools.playground.kubectl import Kubectl
from tools.playground.product import ROOT
from tools.playground.waiting import until

POLICY = ROOT / "package" / "policy" / "eventdrivenservice-warnings.yaml"
DOUBTS: dict[str, tuple[dict[str, Any], str]] = {
    "budget": ({"disruptionBudget": {"minAvailable": "100%"}}, "spec.disruptionBudget"),
    "scaling off": ({"scaling": {"enabled": False, "minReplicas": 2, "maxReplicas": 5}}, "spec.scaling"),
    "port": ({"httpPort": 80}, "spec.httpPort"),
    "deadline": ({"progressDeadlineSeconds": 60, "probes": {"startup": {}}}, "spec.progressDeadlineSeconds"),
    "schedule": (
        {
            "scaling": {
                "triggers": [
                    {"type": "cron", "timezone": "UTC", "start": "0 8 * * *", "end": "0 9 * * *", "desiredReplicas": 20}
                ]
            }
        },
        "spec.scaling.triggers",
    ),
}
REFUSED: dict[str, dict[str, Any]] = {
    "memory": {"resources": {"limits": {"memory": 512}}},
    "thousandths": {"resources": {"limits": {"memory": "512m"}}},
    "mount path": {"volumes": [{"name": "a", "mountPath": "/", "emptyDir": {}}]},
    "port": {"nats": {"stream": "A", "consumer": "b", "url": "nats://c:65536"}},
    "schedule": {
        "scaling": {
            "triggers": [
                {"type": "cron", "timezone": "UTC", "start": "0 9 * * *", "end": "0 9 * * *", "desiredReplicas": 2}
            ]
        }
    },
}


@pytest.fixture(scope="module")
def policy(kubectl: Kubectl) -> Iterator[None]:
    kubectl.apply_files(POLICY)
    yield
    kubectl("delete", "-f", POLICY)


def created(kubectl: Kubectl, namespace: str, spec: dict[str, Any]) -> tuple[int, str]:
    """Return the exit code of creating a service without storing it, and what kubectl prints to standard error."""
    document = example("fixed-replicas", namespace)
    document["spec"] |= spec
    done = subprocess.run(
        [kubectl.program, f"--kubeconfig={kubectl.kubeconfig}", "create", "--dry-run=server", "-f", "-"],
        input=yaml.safe_dump(document),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.usefixtures("policy")
@pytest.mark.parametrize("doubt", DOUBTS)
def test_a_doubt_is_a_warning_and_no_refusal(kubectl: Kubectl, namespace: str, doubt: str) -> None:
    spec, field = DOUBTS[doubt]
    until(lambda: field in created(kubectl, namespace, spec)[1], 60, "a new policy to take effect")
    code, reported = created(kubectl, namespace, spec)
    assert code == 0
    assert "Warning: " in reported
    assert f": {field}: " in reported
    assert created(kubectl, namespace, {}) == (0, "")


@pytest.mark.parametrize("mistake", REFUSED)
def test_what_breaks_on_a_cluster_is_refused(kubectl: Kubectl, namespace: str, mistake: str) -> None:
    code, reported = created(kubectl, namespace, REFUSED[mistake])
    assert code == 1
    assert re.search(r"is invalid: \s*(\* )?spec\.", reported)


def test_the_status_shows_a_doubt_and_the_service_runs(kubectl: Kubectl, namespace: str) -> None:
    document = example("fixed-replicas", namespace)
    document["spec"]["httpPort"] = 80
    name, within = f"{SERVICE}/{document['metadata']['name']}", f"--namespace={namespace}"
    kubectl.apply(document)
    kubectl.wait(name, within, condition="condition=Operational", seconds=READY_SECONDS)
    status = kubectl.get(name, within)["status"]
    assert [text.partition(":")[0] for text in status["warnings"]] == ["spec.httpPort"]
    assert next(item["status"] for item in status["conditions"] if item["type"] == "Validated") == "True"
