"""Objects that already exist under the names that a claim uses: a claim does not take them over by accident.

They are requested by name, and only until the composed resource is observed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from function.base import labels
from function.base.condition import TYPES, VALIDATED, Condition
from function.base.manifest import Json, Manifest, at, items_at, text_at
from function.base.outcome import Outcome, Requirement
from function.base.problems import Problem, describe
from function.delivery.resource import Resource
from function.platform.config import PlatformConfig
from function.platform.policy import TAKEN_OVER
from function.status import ttl
from function.status.conditions import condition
from function.status.reasons.existing import CHECKING_EXISTING
from function.status.reasons.input import VALID

_OURS = (labels.NAME, labels.COMPONENT, labels.MANAGED_BY)


def unobserved(
    resources: Sequence[Resource], observed: Mapping[str, Mapping[str, Json]], config: PlatformConfig
) -> dict[str, Manifest]:
    """Return the manifests to look for, by the names of their requirements: of kinds that are not taken over."""
    kinds = set(get_args(TAKEN_OVER)) - set(config.policy.takeover)
    return {
        f"existing/{resource.key}": resource.manifest
        for resource in resources
        if resource.key not in observed and text_at(resource.manifest, "kind") in kinds
    }


def requirements(wanted: Mapping[str, Manifest]) -> dict[str, Requirement]:
    """Return the required resources; they do not change within a reconcile."""
    return {
        name: Requirement(
            api_version=text_at(manifest, "apiVersion"),
            kind=text_at(manifest, "kind"),
            namespace=text_at(manifest, "metadata", "namespace"),
            name=text_at(manifest, "metadata", "name"),
        )
        for name, manifest in wanted.items()
    }


def foreign(
    wanted: Mapping[str, Manifest], required: Mapping[str, Sequence[Mapping[str, Json]]], owner: str
) -> list[Problem]:
    """Return a problem for each object that exists without our labels, or that something else than `owner` controls.

    `owner` is the uid of the composite.
    """
    return [
        _problem(manifest)
        for name, manifest in wanted.items()
        if any(_labels(found) != _labels(manifest) or _controlled(found, owner) for found in required.get(name, ()))
    ]


def unanswered(wanted: Mapping[str, Manifest], required: Mapping[str, Sequence[Mapping[str, Json]]]) -> list[Manifest]:
    """Return the manifests of which it is not known yet whether the object exists."""
    return [manifest for name, manifest in wanted.items() if name not in required]


def held(
    outcome: Outcome, observed: Mapping[str, Mapping[str, Json]], phase: str, manifests: Sequence[Manifest]
) -> Outcome:
    """Return the answer while it is not known whether these exist: observed resources stay, and nothing is created."""
    conditions = checking(manifests)
    return replace(
        outcome,
        resources={key: composed for key, composed in outcome.resources.items() if key in observed},
        status={**outcome.status, "phase": phase, "message": conditions[-1].message},
        conditions=conditions,
        ttl_seconds=ttl.UNSETTLED,
    )


def checking(manifests: Sequence[Manifest]) -> tuple[Condition, ...]:
    """Return all conditions of a spec whose objects are still looked for."""
    names = ", ".join(f"{text_at(found, 'kind')} {text_at(found, 'metadata', 'name')}" for found in manifests)
    cause = CHECKING_EXISTING.because(names=names)
    return (condition(VALIDATED, VALID.because()), *(condition(kind, cause) for kind in TYPES if kind != VALIDATED))


def _controlled(found: Json, owner: str) -> bool:
    """Return whether the object has a controller other than `owner`."""
    owners = items_at(found, "metadata", "ownerReferences")
    return any(at(reference, "controller") is True and text_at(reference, "uid") != owner for reference in owners)


def _labels(manifest: Json) -> list[str]:
    return [text_at(manifest, "metadata", "labels", key) for key in _OURS]


def _problem(manifest: Manifest) -> Problem:
    kind = text_at(manifest, "kind")
    name, namespace = (text_at(manifest, "metadata", key) for key in ("name", "namespace"))
    message = describe(
        f"{kind} '{name}' exists in namespace {namespace} and does not belong to this claim; taking it over is not "
        "allowed by PlatformConfig.spec.policy.takeover",
        hint="choose another name, or delete that object",
    )
    return Problem(path="metadata.name", message=message, code="EP316")
