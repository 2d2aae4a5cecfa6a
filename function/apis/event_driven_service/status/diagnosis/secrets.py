"""Which of the referenced Secrets and keys exist. Only key names are read, never values."""

from collections.abc import Iterable, Mapping, Sequence

from function.apis.event_driven_service.dependency import Dependency
from function.apis.event_driven_service.status.reasons import dependencies as reasons
from function.base.manifest import Json, mapping_at
from function.base.outcome import Requirement
from function.status.reason import Cause


def requirements(dependencies: Iterable[Dependency], namespace: str) -> dict[str, Requirement]:
    """Return what Crossplane must fetch: each Secret once, by name."""
    names = sorted({dependency.name for dependency in dependencies if dependency.kind == "Secret"})
    return {
        _requirement(name): Requirement(api_version="v1", kind="Secret", namespace=namespace, name=name)
        for name in names
    }


def fetched(dependencies: Iterable[Dependency], required: Mapping[str, Sequence[Mapping[str, Json]]]) -> bool:
    """Return whether all Secrets were fetched; a Secret without a result is not missing, just not fetched yet."""
    return all(_requirement(dependency.name) in required for dependency in dependencies if dependency.kind == "Secret")


def causes(
    dependencies: Iterable[Dependency], required: Mapping[str, Sequence[Mapping[str, Json]]], namespace: str
) -> list[Cause]:
    """Return a cause for each Secret and key that is missing."""
    missing = []
    for dependency in dependencies:
        answer = required.get(_requirement(dependency.name)) if dependency.kind == "Secret" else None
        if answer is None:
            continue
        if not answer:
            missing.append(
                reasons.SECRET_NOT_FOUND.because(name=dependency.name, namespace=namespace, field=dependency.field)
            )
            continue
        present = mapping_at(answer[0], "data").keys()
        missing += [
            reasons.SECRET_KEY_MISSING.because(name=dependency.name, key=key.name, field=key.field)
            for key in dependency.keys
            if key.name not in present
        ]
    return missing


def _requirement(name: str) -> str:
    return f"secret/{name}"
