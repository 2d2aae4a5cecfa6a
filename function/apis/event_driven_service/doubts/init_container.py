"""An init container that does not run, because the earlier composition ignored it."""

from collections.abc import Iterator

from function.apis.doubt import Doubt
from function.apis.event_driven_service.resolve import Resolved
from function.platform.config import PlatformConfig


def _off(resolved: Resolved) -> Iterator[str]:
    if resolved.kept.init_container:
        yield "spec.initContainer"


def _cel(config: PlatformConfig) -> str | None:
    if not config.takeover_mode:
        return None
    asked = "object.spec.takeover.initContainer"
    return f"!has(object.spec.initContainer) || (has(object.spec.takeover) && has({asked}) && {asked})"


DOUBT = Doubt(
    code="EP493",
    field="spec.initContainer",
    message="does not run, because the earlier composition ignored it",
    hint="set spec.takeover.initContainer: true to run it before each start, or remove it",
    find=_off,
    cel=_cel,
)
