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
        (
            pod(container(terminated={"reason": "Error", "exitCode": 1}), phase="Running"),
            "failed",
            "Running, 0/1 ready, main Error (exit code 1)",
        ),
        (
            pod(container(restarts=2, terminated={"reason": "OOMKilled", "exitCode": 137}), phase="Running"),
            "failed",
            "Running, 0/1 ready, main OOMKilled (exit code 137, 2 restarts)",
        ),
        (
            pod(container(terminated={"reason": "Completed", "exitCode": 0}), phase="Running"),
            "waiting",
            "Running, 0/1 ready, main Completed",
        ),
        (
            pod(container(restarts=1, running={}, last={"reason": "Error"}), phase="Running"),
            "waiting",
            "Running, 0/1 ready, main not ready (1 restart, last Error)",
        ),
        (
            pod(container(restarts=1, waiting={}, last={"reason": "Error"}), phase="Running"),
            "waiting",
            "Running, 0/1 ready, main not ready (1 restart, last Error)",
        ),
        (
            pod(container(restarts=1, ready=True, running={}, last={"reason": "Error"}), phase="Running"),
            "ready",
            "Running, 1/1 ready",
        ),
    ],
)
def test_the_state_says_what_containers_wait_for(found: Manifest, health: str, text: str) -> None:
    assert state(found) == (health, text)


@pytest.mark.parametrize(
    "reason",
    [
        *("ErrImageNeverPull", "ImageInspectError", "RegistryUnavailable", "SignatureValidationFailed"),
        *("PreCreateHookError", "PreStartHookError", "PostStartHookError", "StartError"),
    ],
)
def test_what_the_kubelet_cannot_do_has_failed(reason: str) -> None:
    assert state(pod(waiting(reason, "token CANARY"))) == ("failed", f"Pending, 0/1 ready, main {reason}")


@pytest.mark.parametrize("reason", ["ContainerCreating", "SomethingNew", "PodInitializing"])
def test_what_the_kubelet_still_does_has_not_failed(reason: str) -> None:
    assert state(pod(waiting(reason))).health == "waiting"


def test_a_pod_that_is_not_ready_although_its_containers_are_says_why() -> None:
    gate: Json = [
        {"type": "Ready", "status": "False", "reason": "ReadinessGatesNotReady", "message": "gate x is not True."}
    ]
    found = state(pod(container(ready=True), phase="Running", conditions=gate))
    text = "Running, 1/1 ready, the pod is not ready, ReadinessGatesNotReady: gate x is not True"
    assert found == ("waiting", text)
    lost: Json = [{"type": "Ready", "status": "False"}]
    found = state(pod(container(ready=True), phase="Running", conditions=lost))
    assert found == ("waiting", "Running, 1/1 ready, the pod is not ready")


def test_a_pod_that_waits_for_containers_does_not_repeat_that_it_is_not_ready() -> None:
    unready: Json = [{"type": "Ready", "status": "False", "reason": "ContainersNotReady"}]
    assert state(pod(container(), phase="Running", conditions=unready)).text == "Running, 0/1 ready"
    assert state(pod(conditions=unready)).text == "Pending, 0/0 ready"


def test_init_containers_are_shown_too() -> None:
    init = container("run-migrations", restarts=3, waiting={"reason": "CrashLoopBackOff"}, last={"reason": "Error"})
    found = state(scene(waiting("PodInitializing"), init=[init]))
    assert found.text == "Pending, 0/1 ready, run-migrations CrashLoopBackOff (3 restarts, last Error)"


@pytest.mark.parametrize(
    ("reason", "message", "text"),
    [
        (
            "Evicted",
            "The node was low on resource: memory.",
            "Failed, 0/1 ready, Evicted: The node was low on resource: memory",
        ),
        ("NodeShutdown", "", "Failed, 0/1 ready, NodeShutdown"),
    ],
)
def test_a_pod_that_was_removed_from_its_node_says_why(reason: str, message: str, text: str) -> None:
    found = state(scene(container(), phase="Failed", reason=reason, message=message))
    assert found == ("failed", text)


def test_an_init_container_that_is_done_is_not_shown() -> None:
    done = container("run-migrations", ready=True, terminated={"reason": "Completed", "exitCode": 0})
    assert state(scene(waiting("PodInitializing"), init=[done])).text == "Pending, 0/1 ready"


def test_a_pod_without_a_node_says_why() -> None:
    unscheduled: Json = [
        {"type": "PodScheduled", "status": "False", "reason": "Unschedulable", "message": "0/1 nodes: Insufficient cpu"}
    ]
    assert state(pod(conditions=unscheduled)) == (
        "failed",
        "Pending, 0/0 ready, Unschedulable: 0/1 nodes: Insufficient cpu",
    )


def test_a_pod_with_a_scheduling_gate_has_a_reason_without_a_message() -> None:
    gated: Json = [{"type": "PodScheduled", "status": "False", "reason": "SchedulingGated", "message": ""}]
    assert state(pod(conditions=gated)).text == "Pending, 0/0 ready, SchedulingGated"


@pytest.mark.parametrize("reason", ["RunContainerError", "CreateContainerError", "CrashLoopBackOff"])
def test_a_message_that_may_repeat_a_command_is_not_shown(reason: str) -> None:
    found = state(pod(waiting(reason, 'exec: "run --token CANARY": not found', last={"message": "CANARY"})))
    assert found.health == "failed"
    assert "CANARY" not in found.text


def test_what_a_container_has_printed_is_not_shown() -> None:
    ended: Json = {"reason": "Error", "exitCode": 1, "message": "token CANARY is wrong"}
    assert "CANARY" not in state(pod(container(restarts=1, terminated=ended, last=ended))).text


@pytest.mark.parametrize(
    "status",
    [
        None,
        {},
        {"containerStatuses": "x"},
        {"containerStatuses": [None, 1, {}]},
        {"containerStatuses": [{"state": {"terminated": "x"}, "lastState": {"terminated": [1]}, "restartCount": "x"}]},
        {"reason": 1, "message": ["x"]},
    ],
)
def test_a_malformed_pod_is_not_ready(status: Json) -> None:
    assert state({"kind": "Pod", "status": status}).health == "waiting"
