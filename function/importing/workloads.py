"""Finds the objects that belong to each Deployment, by name, target, or selector."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from function.base.manifest import Json, at, items_at, text_at
from function.base.problems import describe, shown
from function.check.resource import Resource
from function.importing import kinds
from function.importing.kinds import OTHER, kind_of, runs_pods
from function.importing.selected import Index

_REPLACE = "a claim creates a Deployment; keep this object, or replace it with one"
_ENDS = "keep this object: the pods of a claim never complete"
_INSTEAD = {
    "CronJob": f"{_ENDS}; to start a service at certain times, use a trigger of type cron",
    "DaemonSet": "keep this object: a claim does not run a pod on each node",
    "Job": _ENDS,
    "StatefulSet": f"{_REPLACE} if its pods need neither storage nor names of their own",
}
"""What to do about kinds that run pods."""
_ALONE = describe(
    "does not belong to a Deployment in the input",
    hint="add the Deployment to the input, or keep this object outside the claim",
)
_SHARED = describe("belongs to several Deployments", hint="keep it outside the claims")

_KIND_MAX = 63


class Workload(NamedTuple):
    """A Deployment and the objects around it, at most one of each kind."""

    objects: Mapping[str, Resource]

    @property
    def deployment(self) -> Resource:
        """Return the Deployment."""
        return self.objects[kinds.DEPLOYMENT]


class Grouped(NamedTuple):
    """The workloads, what belongs to none with the reason, and the number of resources that do not matter."""

    workloads: tuple[Workload, ...]
    left: tuple[tuple[Resource, str], ...]
    skipped: int


def grouped(resources: Iterable[Resource]) -> Grouped:
    """Return the workloads in the order of their Deployments."""
    by_kind: dict[str, list[Resource]] = {}
    skipped = 0
    for resource in resources:
        kind = kind_of(resource.value) or (OTHER if runs_pods(resource.value) else "")
        if kind and not _is_made(resource.value):
            by_kind.setdefault(kind, []).append(resource)
        else:
            skipped += 1
    deployments = by_kind.pop(kinds.DEPLOYMENT, [])
    found: list[dict[str, Resource]] = [{kinds.DEPLOYMENT: deployment} for deployment in deployments]
    left: list[tuple[Resource, str]] = []
    index = Index([resource.value for resource in deployments])
    for kind in kinds.AROUND:
        left += _assign(kind, by_kind.pop(kind, []), found, index)
    left += [(resource, _other(resource.value)) for others in by_kind.values() for resource in others]
    return Grouped(tuple(map(Workload, found)), tuple(left), skipped)


def _other(value: Json) -> str:
    """Return why an object that runs pods is not imported."""
    kind, name = text_at(value, "kind"), text_at(value, "metadata", "name")
    named = f"{kind[:_KIND_MAX]} {shown(name)}" if name else kind[:_KIND_MAX]
    if kind == kinds.DEPLOYMENT:
        got = shown(text_at(value, "apiVersion"))
        return describe(f"{named} is not imported: it is of another API", got=got, hint="use apiVersion apps/v1")
    return describe(f"{named} is not imported: it is not a Deployment", hint=_INSTEAD.get(kind, _REPLACE))


def _is_made(value: Json) -> bool:
    """Return whether a controller made the object: a ReplicaSet or Pod, or the autoscaler of a ScaledObject."""
    return any(at(owner, "controller") is True for owner in items_at(value, "metadata", "ownerReferences"))


def _assign(
    kind: str, resources: Sequence[Resource], found: Sequence[dict[str, Resource]], index: Index
) -> list[tuple[Resource, str]]:
    """Add objects of a kind to their workloads, those with the name of the Deployment first; return the others."""
    left: list[tuple[Resource, str]] = []
    for resource in sorted(
        resources, key=lambda resource: not index.is_name(text_at(resource.value, "metadata", "name"))
    ):
        owners = index.owners(kind, resource.value)
        taken = [found[owner].get(kind) for owner in owners]
        if len(owners) != 1 and kind != kinds.ACCOUNT:
            left.append((resource, _SHARED if owners else _ALONE))
        elif not owners:
            left.append((resource, _ALONE))
        elif taken[0] is not None:
            left.append((resource, _second(kind, taken[0])))
        else:
            for owner in owners:
                found[owner][kind] = resource
            if kind == kinds.SERVICE:
                index.add_service(resource.value, owners[0])
    return left


def _second(kind: str, first: Resource) -> str:
    name = text_at(first.value, "metadata", "name")
    hint = "remove it" if kind in (kinds.SCALED_OBJECT, kinds.AUTOSCALER) else "keep it outside the claim"
    return describe(f"a claim has one {kind}, and '{name}' belongs to the same Deployment", hint=hint)
