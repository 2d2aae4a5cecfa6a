"""The state of a pod in one line."""

import pytest

from function.base.manifest import Json, Manifest
from function.trace.pod import state
from tests.status.scene import container, waiting
from tests.status.scene import pod as scene


def pod(*containers: Manifest, phase: str = "Pending", conditions: Json = None) -> Manifest:
    return scene(*containers, phase=phase, conditions=conditions)


@pytest.mark.parametrize(
    ("found", "health", "text"),
    [
        (pod(container(ready=True), phase="Running"), "ready", "Running, 1/1 ready"),
        (pod(container(), phase="Running"), "waiting", "Running, 0/1 ready"),
        (pod(), "waiting", "Pending, 0/0 ready"),
        (pod(waiting("ContainerCreating")), "waiting", "Pending, 0/1 ready, main ContainerCreating"),
        (pod(waiting("PodInitializing")), "waiting", "Pending, 0/1 ready"),
        (
            pod(waiting("CrashLoopBackOff", restarts=1, last={"reason": "OOMKilled"}), phase="Running"),
            "failed",
            "Running, 0/1 ready, main CrashLoopBackOff (1 restart, last OOMKilled)",
        ),
        (
            pod(waiting("CreateContainerConfigError", 'secret "db" not found')),
            "failed",
            'Pending, 0/1 ready, main CreateContainerConfigError: secret "db" not found',
        ),
        (pod(phase="Failed"), "failed", "Failed, 0/0 ready"),
    ],
)
def test_the_state_says_what_containers_wait_for(found: Manifest, health: str, text: str) -> None:
    assert state(found) == (health, text)


def test_init_containers_are_shown_too() -> None:
    init = container("run-migrations", restarts=3, waiting={"reason": "CrashLoopBackOff"}, last={"reason": "Error"})
    found = state(scene(waiting("PodInitializing"), init=[init]))
    assert found.text == "Pending, 0/1 ready, run-migrations CrashLoopBackOff (3 restarts, last Error)"


def test_a_pod_without_a_node_says_why() -> None:
    unscheduled: Json = [
        {"type": "PodScheduled", "status": "False", "reason": "Unschedulable", "message": "0/1 nodes: Insufficient cpu"}
    ]
    assert state(pod(conditions=unscheduled)) == (
        "failed",
        "Pending, 0/0 ready, Unschedulable: 0/1 nodes: Insufficient cpu",
    )


@pytest.mark.parametrize("reason", ["RunContainerError", "CreateContainerError", "CrashLoopBackOff"])
def test_a_message_that_may_repeat_a_command_is_not_shown(reason: str) -> None:
    found = state(pod(waiting(reason, 'exec: "run --token CANARY": not found', last={"message": "CANARY"})))
    assert found.health == "failed"
    assert "CANARY" not in found.text


@pytest.mark.parametrize("status", [None, {}, {"containerStatuses": "x"}, {"containerStatuses": [None, 1, {}]}])
def test_a_malformed_pod_is_not_ready(status: Json) -> None:
    assert state({"kind": "Pod", "status": status}).health == "waiting"
