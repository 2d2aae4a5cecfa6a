"""Settings of the autoscaler while there is none."""

from collections.abc import Iterator

from function.apis.doubt import Doubt
from function.apis.event_driven_service.model.scaling import Scaling
from function.apis.event_driven_service.resolve import Resolved
from function.base.problems import join
from function.platform.config import PlatformConfig

_HEEDED = ("enabled", "min_replicas")
_IGNORED = {name: info.alias or name for name, info in Scaling.model_fields.items() if name not in _HEEDED}


def _ignored(resolved: Resolved) -> Iterator[str]:
    scaling = resolved.spec.scaling
    if scaling.enabled:
        return
    for name, alias in _IGNORED.items():
        if getattr(scaling, name):
            yield join("spec.scaling", alias)


def _cel(_: PlatformConfig) -> str:
    given = " || ".join(f"has(object.spec.scaling.{alias})" for alias in _IGNORED.values() if alias not in _FALSE)
    false = (f"has(object.spec.scaling.{alias}) && {condition}" for alias, condition in _FALSE.items())
    return (
        "!has(object.spec.scaling) || !has(object.spec.scaling.enabled) || object.spec.scaling.enabled"
        f" || !({given} || {' || '.join(false)})"
    )


_FALSE = {
    "cooldownPeriod": "object.spec.scaling.cooldownPeriod > 0",
    "paused": "object.spec.scaling.paused",
    "scaleDownStabilizationSeconds": "object.spec.scaling.scaleDownStabilizationSeconds > 0",
    "triggers": "size(object.spec.scaling.triggers) > 0",
}
"""Fields that may be set to nothing, with the condition that they are not."""

DOUBT = Doubt(
    code="EP331",
    field="spec.scaling",
    message="has no effect while scaling.enabled is false",
    hint="remove it, or set spec.scaling.enabled: true",
    find=_ignored,
    cel=_cel,
)
