"""A progress deadline within which the startup probe may still succeed."""

from collections.abc import Iterator

from function.apis.doubt import Doubt
from function.apis.event_driven_service.probes import STARTUP, startup_window
from function.apis.event_driven_service.resolve import Resolved
from function.platform.config import PlatformConfig


def _early(resolved: Resolved) -> Iterator[str]:
    deadline = resolved.spec.progress_deadline_seconds
    if deadline is not None and deadline <= startup_window(resolved.spec):
        yield "spec.progressDeadlineSeconds"


def _cel(_: PlatformConfig) -> str:
    probe = "object.spec.probes.startup"

    def given(field: str) -> str:
        return f"(has({probe}.{field}) ? {probe}.{field} : {STARTUP.get(field, 0)})"

    window = f"{given('initialDelaySeconds')} + {given('periodSeconds')} * {given('failureThreshold')}"
    return (
        f"!has(object.spec.progressDeadlineSeconds) || !has(object.spec.probes) || !has({probe})"
        f" || (has({probe}.enabled) && !{probe}.enabled) || object.spec.progressDeadlineSeconds > {window}"
    )


DOUBT = Doubt(
    code="EP335",
    field="spec.progressDeadlineSeconds",
    message="the startup probe allows more time, so a slow start is reported as stuck although it may succeed",
    hint="raise it, or remove it to use the default",
    find=_early,
    cel=_cel,
)
