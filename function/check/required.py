"""Resources of the cluster in files, for the function to read as if Crossplane had fetched them."""

from collections.abc import Callable, Mapping, Sequence

from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.base.outcome import Outcome, Requirement
from function.base.request import Request
from function.check.supplied import supplied

_MOST_CALLS = 5
"""Crossplane stops after as many."""


def load(path: str | None) -> list[Manifest] | None:
    """Return the resources in a file or folder, or None for None.

    Raises UnreadableFileError, or UnusableFileError if a file is not YAML.
    """
    return None if path is None else [resource.manifest for resource in supplied(path)]


def answered(
    call: Callable[[Mapping[str, Sequence[Mapping[str, Json]]] | None], Outcome], resources: Sequence[Manifest] | None
) -> Outcome:
    """Return the outcome once the function has what it asks for; with None, it gets nothing at all."""
    if resources is None:
        return call(None)
    answers: Mapping[str, Sequence[Mapping[str, Json]]] = {}
    outcome = call(answers)
    for _ in range(_MOST_CALLS - 1):
        found = {name: matching(wanted, resources) for name, wanted in outcome.requirements.items()}
        if found == answers:
            break
        answers, outcome = found, call(found)
    return outcome


def known(request: Request, resources: Sequence[Manifest] | None) -> list[Manifest] | None:
    """Return these resources after those that a request has already, or None if there are neither."""
    own = [dict(found) for answer in (request.required or {}).values() for found in answer]
    return None if resources is None and not own else [*own, *(resources or ())]


def matching(wanted: Requirement, resources: Sequence[Manifest]) -> list[Mapping[str, Json]]:
    """Return the resources that meet a requirement."""
    return [found for found in resources if _is(wanted, found)]


def _is(wanted: Requirement, found: Manifest) -> bool:
    if (text_at(found, "apiVersion"), text_at(found, "kind")) != (wanted.api_version, wanted.kind):
        return False
    if wanted.namespace and text_at(found, "metadata", "namespace") != wanted.namespace:
        return False
    if wanted.name:
        return text_at(found, "metadata", "name") == wanted.name
    return wanted.labels.items() <= mapping_at(found, "metadata", "labels").items()
