"""The state of a pod: what its containers wait for. Values of variables and what containers print are not shown."""

from collections.abc import Iterator, Mapping

from function.base.counted import counted
from function.base.manifest import Json, at, count_at, items_at, text_at
from function.delivery.live import condition
from function.delivery.message import message
from function.status.sanitize import sanitize
from function.trace.node import State

_EXPLAINED = ("CreateContainerConfigError", "ErrImagePull", "ImagePullBackOff", "InvalidImageName")
"""Reasons whose message names the Secret, key, or image. Others may repeat a command line."""
_FAILED = (
    *_EXPLAINED,
    "CrashLoopBackOff",
    "CreateContainerError",
    "ErrImageNeverPull",
    "ImageInspectError",
    "PostStartHookError",
    "PreCreateHookError",
    "PreStartHookError",
    "RegistryUnavailable",
    "RunContainerError",
    "SignatureValidationFailed",
    "StartError",
)


def state(pod: Mapping[str, Json]) -> State:
    """Return the phase of a pod, how many of its containers are ready, and why the others are not."""
    containers = items_at(pod, "status", "containerStatuses")
    ready = sum(at(container, "ready") is True for container in containers)
    phase = text_at(pod, "status", "phase") or "Pending"
    parts = [f"{phase}, {ready}/{len(items_at(pod, 'spec', 'containers')) or len(containers)} ready"]
    unscheduled = condition(pod, "PodScheduled")
    if text_at(unscheduled, "status") == "False":
        return State("failed", f"{parts[0]}, {_because(unscheduled)}")
    ended = text_at(pod, "status", "reason")  # of the pod as a whole, such as Evicted
    parts += [_because(at(pod, "status"))] if ended else []
    waits = list(_waits(pod))
    text = ", ".join([*parts, *(wait for _, wait in waits)])
    if any(failed for failed, _ in waits) or phase == "Failed":
        return State("failed", text)
    if not containers or ready < len(containers):
        return State("waiting", text)
    whole = condition(pod, "Ready")  # False for a pod on a lost node, or with a readiness gate
    if text_at(whole, "status") == "False":
        return State("waiting", ", ".join(filter(None, (text, "the pod is not ready", _because(whole)))))
    return State("ready", text)


def _because(reported: Json) -> str:
    """Return the reason and the message of a condition or status, as far as it has them."""
    return ": ".join(filter(None, (text_at(reported, "reason"), sanitize(message(reported)))))


def _waits(pod: Mapping[str, Json]) -> Iterator[tuple[bool, str]]:
    """Yield for each container that is not ready whether it has failed, and a text about it."""
    for kind in ("initContainerStatuses", "containerStatuses"):
        for container in items_at(pod, "status", kind):
            waiting, ended = (at(container, "state", part) for part in ("waiting", "terminated"))
            reason = text_at(waiting, "reason")
            if reason and reason != "PodInitializing":
                yield (
                    reason in _FAILED,
                    _wait(container, reason, sanitize(message(waiting)) if reason in _EXPLAINED else ""),
                )
            elif at(container, "ready") is not True and text_at(ended, "reason"):
                yield count_at(ended, "exitCode") != 0, _end(container, ended)
            elif at(container, "ready") is not True and _times(container):
                yield False, _wait(container, "not ready", "")


def _wait(container: Json, reason: str, detail: str) -> str:
    return f"{text_at(container, 'name')} {reason}{_times(container)}" + (f": {detail}" if detail else "")


def _end(container: Json, ended: Json) -> str:
    """Return how a container ended that will be started again. Its message may be what it printed."""
    code, restarts = count_at(ended, "exitCode"), count_at(container, "restartCount")
    notes = ", ".join(
        filter(None, (f"exit code {code}" if code else "", counted(restarts, "restart") if restarts else ""))
    )
    return f"{text_at(container, 'name')} {text_at(ended, 'reason')}" + (f" ({notes})" if notes else "")


def _times(container: Json) -> str:
    """Return how often a container was started again, and how it ended last; "" if it never did."""
    restarts, last = count_at(container, "restartCount"), text_at(container, "lastState", "terminated", "reason")
    return f" ({counted(restarts, 'restart')}, last {last})" if restarts and last else ""
