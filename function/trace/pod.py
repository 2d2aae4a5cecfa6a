"""The state of a pod: what its containers wait for. Values of variables and what containers print are not shown."""

from collections.abc import Iterator, Mapping

from function.base.manifest import Json, at, count_at, items_at, text_at
from function.delivery.live import condition
from function.delivery.message import message
from function.status.sanitize import sanitize
from function.trace.node import State

_EXPLAINED = ("CreateContainerConfigError", "ErrImagePull", "ImagePullBackOff", "InvalidImageName")
"""Reasons whose message names the Secret, key, or image. Others may repeat a command line."""
_FAILED = ("CrashLoopBackOff", "CreateContainerError", "RunContainerError", "StartError", *_EXPLAINED)


def state(pod: Mapping[str, Json]) -> State:
    """Return the phase of a pod, how many of its containers are ready, and why the others are not."""
    containers = items_at(pod, "status", "containerStatuses")
    ready = sum(at(container, "ready") is True for container in containers)
    phase = text_at(pod, "status", "phase") or "Pending"
    parts = [f"{phase}, {ready}/{len(items_at(pod, 'spec', 'containers')) or len(containers)} ready"]
    unscheduled = condition(pod, "PodScheduled")
    if text_at(unscheduled, "status") == "False":
        return State("failed", f"{parts[0]}, {text_at(unscheduled, 'reason')}: {sanitize(message(unscheduled))}")
    waits = list(_waits(pod))
    text = ", ".join([*parts, *(wait for _, wait in waits)])
    if any(reason in _FAILED for reason, _ in waits) or phase == "Failed":
        return State("failed", text)
    return State("ready" if containers and ready == len(containers) else "waiting", text)


def _waits(pod: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    """Yield the reason of each container that is not ready, and a text about it."""
    for kind in ("initContainerStatuses", "containerStatuses"):
        for container in items_at(pod, "status", kind):
            waiting = at(container, "state", "waiting")
            reason = text_at(waiting, "reason")
            if reason and reason != "PodInitializing":
                yield reason, _wait(container, reason, sanitize(message(waiting)) if reason in _EXPLAINED else "")


def _wait(container: Json, reason: str, detail: str) -> str:
    restarts = count_at(container, "restartCount")
    ended = text_at(container, "lastState", "terminated", "reason")
    times = f" ({_counted(restarts)}, last {ended})" if restarts and ended else ""
    return f"{text_at(container, 'name')} {reason}{times}" + (f": {detail}" if detail else "")


def _counted(restarts: int) -> str:
    return "1 restart" if restarts == 1 else f"{restarts} restarts"
