"""Status and conditions of an InfraBinding."""

from collections.abc import Mapping, Sequence

from function.base.manifest import Manifest
from function.base.outcome import Condition
from function.compose.infra_binding.bindings import bindings
from function.compose.infra_binding.document import document_name
from function.spec.composite import Composite
from function.spec.infra_binding import InfraBinding
from function.spec.infra_binding_status import InfraBindingStatus
from function.spec.platform_config import PlatformConfig
from function.status import binding
from function.status.observation import Observation
from function.status.resource_refs import resource_refs


def report(
    spec: InfraBinding,
    composite: Composite,
    config: PlatformConfig,
    seen: Mapping[str, Observation],
    required: Mapping[str, Sequence[Manifest]],
) -> tuple[Manifest, tuple[Condition, ...]]:
    """Return the status fields and all conditions; `seen` are the emitted resources by key."""
    judged = binding.judge(seen)
    operational = judged[-1]
    status = InfraBindingStatus.model_validate(
        {
            "phase": _phase(operational),
            "message": operational.message,
            "observedGeneration": composite.generation,
            "document": document_name(composite),
            "bindings": bindings(spec, composite, config),
            "resourceRefs": resource_refs(seen.values()),
        }
    )
    return status.model_dump(by_alias=True, exclude_none=True), judged


def _phase(operational: Condition) -> str:
    return {"True": "Ready", "False": "Blocked"}.get(operational.status, "Pending")
