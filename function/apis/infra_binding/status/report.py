"""Status and conditions of an InfraBinding."""

from collections.abc import Mapping, Sequence

from function.apis.contract import Report
from function.apis.infra_binding.document import document_name
from function.apis.infra_binding.model.status import InfraBindingStatus, Phase
from function.apis.infra_binding.preflight.job import PREFLIGHT
from function.apis.infra_binding.resolve import Resolved
from function.apis.infra_binding.status import conditions, entries, ownership, preflight
from function.apis.infra_binding.status.reasons.binding import BINDING_READY
from function.base.condition import Effect
from function.base.manifest import Json
from function.base.problems import Problem
from function.status.observation import Observation
from function.status.resource_refs import resource_refs
from function.status.roll_up import roll_up
from function.status.warnings import shown, texts

PHASES: Mapping[Effect, Phase] = {
    "healthy": "Ready",
    "idle": "Ready",
    "paused": "Ready",
    "progressing": "Pending",
    "degraded": "Blocked",
    "blocked": "Blocked",
}


def report(
    resolved: Resolved,
    observations: Mapping[str, Observation],
    required: Mapping[str, Sequence[Mapping[str, Json]]],
    composite: Mapping[str, Json],
    warnings: Sequence[Problem],
) -> Report:
    """Return the status fields and all conditions; `observations` are the composed resources by key."""
    checked = resolved.preflight
    seen = next((found for key, found in observations.items() if key.startswith(PREFLIGHT.of(""))), None)
    results = preflight.results(checked, required, seen) if checked else {}
    cause = preflight.cause(checked, results, seen) if checked else None
    evaluated = conditions.evaluate(observations.values(), cause)
    rolled_up = roll_up(evaluated, observations.values(), healthy=BINDING_READY)
    found = entries.bindings(resolved, observations)
    status = InfraBindingStatus.model_validate(
        {
            "phase": PHASES[rolled_up.effect],
            "message": rolled_up.message,
            "observedGeneration": resolved.identity.generation,
            "document": document_name(resolved.identity),
            "sections": entries.sections(resolved, found),
            "bindings": found,
            "preflight": preflight.shown(checked, results) if checked else None,
            "notSecret": [{"path": path, "reason": reason} for path, reason in sorted(resolved.spec.not_secret.items())]
            or None,
            "resourceRefs": resource_refs(observations.values(), ownership.refusal),
            "warnings": shown(texts(warnings)) or None,
        }
    )
    return Report(status.model_dump(by_alias=True, exclude_none=True), (*evaluated, rolled_up.condition))
