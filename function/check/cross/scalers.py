"""Autoscalers in a tree that scale the Deployment of a claim, which sets the number of replicas itself."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from function.apis.links import ObjectId
from function.base.manifest import items_at, text_at
from function.base.problems import describe
from function.check.cross.mark import Claim, Mark, compatible, mark
from function.check.finding import Finding
from function.check.resource import Resource

_SCALERS = (("autoscaling", "HorizontalPodAutoscaler", ""), ("keda.sh", "ScaledObject", "Deployment"))
"""Group and kind of autoscalers, and the kind of their target if they name none."""


class Scaler(NamedTuple):
    """An autoscaler of a Deployment; the namespace is "" if it is not known."""

    namespace: str
    deployment: str
    object_id: ObjectId
    mark: Mark


def scaler(resource: Resource) -> Scaler | None:
    """Return the autoscaler of a Deployment that a resource is, unless a controller made it."""
    value = resource.value
    api, kind, namespace = text_at(value, "apiVersion"), text_at(value, "kind"), text_at(value, "metadata", "namespace")
    for group, its_kind, usual in _SCALERS:
        target = text_at(value, "spec", "scaleTargetRef", "kind") or usual
        name = text_at(value, "spec", "scaleTargetRef", "name")
        made = items_at(value, "metadata", "ownerReferences")
        if (api.partition("/")[0], kind, target) == (group, its_kind, "Deployment") and name and not made:
            object_id = (api, kind, namespace, text_at(value, "metadata", "name"))
            return Scaler(namespace, name, object_id, mark(resource))
    return None


def doubled(claims: Sequence[Claim], scalers: Sequence[Scaler]) -> Iterator[Finding]:
    """Yield a warning about each claim whose Deployment has an autoscaler of its own in the tree."""
    for claim in claims:
        own = {(kind, name) for _, kind, _, name in claim.links.objects}
        for found in scalers:
            _, kind, _, name = found.object_id
            elsewhere = not compatible(found.namespace, claim.namespace)
            if elsewhere or (kind, name) in own or ("Deployment", found.deployment) not in own:
                continue
            message = describe(
                f"{found.mark} scales the Deployment of the claim, which sets its number of replicas too",
                got=f"Deployment {found.deployment}",
                hint="remove it, and list what it scales on under spec.scaling.triggers",
            )
            yield claim.finding("metadata.name", "EP510", message, found.mark)
