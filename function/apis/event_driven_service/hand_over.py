"""Hands `spec.replicas` over to the autoscaler when a claim switches scaling on, so that no pod is stopped.

A field that its only owner drops falls back to the API server's default, which is 1, until the autoscaler acts. The
autoscaler becomes an owner only when it changes the number. So another owner has to exist first:

- For an Object, a second Object applies the same number and is then deleted without its target. What it applied stays.
- A Deployment that Crossplane composes directly keeps its live number until something else has changed it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from function.apis.transition import Transition
from function.base.manifest import Json, Manifest, at, count_at, items_at, mapping_at, text_at
from function.delivery.live import asked, is_object, state
from function.delivery.resource import Resource

KEY = "deployment-replicas"
"""The key of the second Object. It is kept when it is deleted, so it deletes nothing."""
_DEPLOYMENT, _SCALER = "deployment", "scaledobject"
_CROSSPLANE = "apiextensions.crossplane.io/composed"
"""How Crossplane's name as an owner of fields begins."""


def hand_over(resources: Sequence[Resource], observed: Mapping[str, Mapping[str, Json]]) -> Transition:
    """Return what to compose: the resources as they are, unless the number of replicas has to be handed over first."""
    waiting = frozenset(resource.key for resource in resources if resource.waits)
    if waiting:
        return Transition(resources=resources, held=waiting)
    workload, scaler = observed.get(_DEPLOYMENT, {}), observed.get(_SCALER, {})
    if not any(resource.key == _SCALER for resource in resources):
        return Transition(resources=resources)
    if not is_object(workload):
        return Transition(resources=_with(resources, _own(workload)))
    number = count_at(asked(workload), "spec", "replicas")
    if number <= 1 or not state(workload).live:
        return Transition(resources=resources)
    scaled = bool(scaler) and not state(scaler).deleting
    if scaled or _taken(observed.get(KEY, {}), number):
        return Transition(resources=resources)
    return Transition(
        resources=_with(resources, number),
        held=frozenset({_SCALER} - observed.keys()),
        temporary=(_second_owner(workload, number),),
    )


def _taken(second: Mapping[str, Json], number: int) -> bool:
    """Return whether the second Object has applied the number."""
    found = state(second)
    return count_at(asked(second), "spec", "replicas") == number and found.applied and bool(found.live)


def _second_owner(workload: Mapping[str, Json], number: int) -> Resource:
    manifest = asked(workload)
    return Resource(
        KEY,
        {
            "apiVersion": text_at(manifest, "apiVersion"),
            "kind": text_at(manifest, "kind"),
            "metadata": {key: text_at(manifest, "metadata", key) for key in ("name", "namespace")},
            "spec": {"replicas": number},
        },
        keep=True,
    )


def _own(deployment: Mapping[str, Json]) -> int | None:
    """Return the number of replicas of a live Deployment while only Crossplane owns it, else None."""
    owners = [
        text_at(entry, "manager")
        for entry in items_at(deployment, "metadata", "managedFields")
        if at(entry, "fieldsV1", "f:spec", "f:replicas") is not None
    ]
    alone = bool(owners) and all(owner.startswith(_CROSSPLANE) for owner in owners)
    return count_at(deployment, "spec", "replicas") if alone else None


def _with(resources: Sequence[Resource], number: int | None) -> list[Resource]:
    """Return the resources, with the number in the Deployment unless it is None."""
    return [
        replace(resource, manifest=_replicated(resource.manifest, number))
        if resource.key == _DEPLOYMENT and number is not None
        else resource
        for resource in resources
    ]


def _replicated(deployment: Manifest, number: int) -> Manifest:
    return {**deployment, "spec": {"replicas": number, **mapping_at(deployment, "spec")}}
