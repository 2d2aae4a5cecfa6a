"""Fields and values of an earlier composition, which takeover mode accepts until claims are rewritten."""

from collections.abc import Iterator

from function.apis.doubt import Doubt
from function.apis.event_driven_service.model.taken_over import EARLIER_SIZE, PROBES, SLOTS, TakenOverService
from function.apis.event_driven_service.resolve import Resolved
from function.platform.config import PlatformConfig


def _used(resolved: Resolved) -> Iterator[str]:
    yield from resolved.kept.fields


def _cel(config: PlatformConfig) -> str | None:
    if not config.takeover_mode:
        return None
    fields = (TakenOverService.model_fields[name].alias for name in (*SLOTS, *PROBES))
    size = f"!has(object.spec.size) || object.spec.size != '{EARLIER_SIZE}'"
    return " && ".join([*(f"!has(object.spec.{field})" for field in fields), f"({size})"])


DOUBT = Doubt(
    code="EP492",
    field="spec",
    message="deprecated: it means the same as in the earlier composition",
    hint="run platformctl migrate",
    find=_used,
    cel=_cel,
)
