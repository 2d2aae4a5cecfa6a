"""What to read from a cluster: paths of the API server, found step by step from what is already known."""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from function.apis.api import VERSION
from function.base.manifest import Json, mapping_at, text_at
from function.delivery.live import asked, is_object
from function.trace.cause import unanswered
from function.trace.family import WITH_PODS, Family
from function.trace.inventory import Ref, ref_of
from function.trace.target import Target

_OBJECTS = "/apis/kubernetes.crossplane.io/v1alpha2/objects"
_NAMESPACED_OBJECTS = "/apis/kubernetes.m.crossplane.io/v1alpha1/namespaces/{}/objects"
_EVENTS = (
    "/api/v1/namespaces/{}/events?fieldSelector=type%3DWarning%2CinvolvedObject.kind%3D{}%2CinvolvedObject.name%3D{}"
)
_HPAS = "/apis/autoscaling/v2/namespaces/{}/horizontalpodautoscalers/{}"
_REFRESHED = (*WITH_PODS, "FlinkDeployment", "ScaledObject")
"""Kinds whose state changes while they run; of others, what the provider saw last is enough."""

Plurals = Mapping[tuple[str, str], str]
"""The name in paths of each kind, by apiVersion and kind."""


def of_target(target: Target, namespace: str) -> list[str]:
    """Return the paths of the claims that a target may stand for."""
    return [f"/apis/{target.group}/{VERSION}/namespaces/{namespace}/{api.plural}/{target.name}" for api in target.apis]


def of_family(family: Family, plurals: Plurals) -> list[str]:
    """Return the paths of what belongs to a claim; more may follow when these are read."""
    return [*_composite(family), *_composed(family, plurals), *_behind(family, plurals), *_events(family)]


def _composite(family: Family) -> Iterator[str]:
    ref = family.composite_ref
    if ref:
        yield f"/apis/{ref.group}/{VERSION}/x{family.api.plural}/{_part(ref.name)}"
        yield f"{_OBJECTS}?labelSelector={_selector(family.labels)}"


def _composed(family: Family, plurals: Plurals) -> Iterator[str]:
    refs = list(family.direct_refs)
    if any(ref.kind == "Object" for _, ref in refs):
        yield f"{_NAMESPACED_OBJECTS.format(family.ref.namespace)}?labelSelector={_selector(family.labels)}"
    for version, ref in refs:
        yield from _path(version, ref, plurals)


def _behind(family: Family, plurals: Plurals) -> Iterator[str]:
    for composed in family.composed:
        manifest = asked(composed)
        ref = ref_of(manifest)
        if is_object(composed) and ref.kind in _REFRESHED:
            yield from _path(text_at(manifest, "apiVersion"), ref, plurals)
        yield from _below(ref, family.live(composed))
    if not family.composed:
        yield from _as_listed(family, plurals)


def _as_listed(family: Family, plurals: Plurals) -> Iterator[str]:
    """Yield the paths of the running objects that the status lists, for users who may not read what is composed."""
    for version, ref, _ in family.listed:
        if ref.kind in _REFRESHED:
            yield from _path(version, ref, plurals)
            yield from _below(ref, family.inventory.get(ref) or {})


def _below(ref: Ref, live: Mapping[str, Json]) -> Iterator[str]:
    labels = mapping_at(live, "spec", "selector", "matchLabels")
    if ref.kind in WITH_PODS and labels:
        yield f"/api/v1/namespaces/{_part(ref.namespace)}/pods?labelSelector={_selector(labels)}"
    hpa = text_at(live, "status", "hpaName")
    if ref.kind == "ScaledObject" and hpa:
        yield _HPAS.format(_part(ref.namespace), _part(hpa))


def _events(family: Family) -> Iterator[str]:
    """Yield the paths of the warnings of Crossplane, which only its events explain if there is no status."""
    if unanswered(family.claim, family.composite):
        yield _EVENTS.format(family.ref.namespace, family.ref.kind, family.ref.name)
        composite = family.composite_ref
        if composite:  # the events of cluster-scoped objects are in this namespace
            yield _EVENTS.format("default", composite.kind, _part(composite.name))


def _path(version: str, ref: Ref, plurals: Plurals) -> Iterator[str]:
    plural = plurals.get((version, ref.kind))
    if plural:
        root = f"/apis/{version}" if ref.group else f"/api/{version}"
        yield f"{root}/namespaces/{_part(ref.namespace)}/{plural}/{_part(ref.name)}"


def _selector(labels: Mapping[str, Json]) -> str:
    return _part(",".join(f"{key}={value}" for key, value in sorted(labels.items())))


def _part(text: str) -> str:
    """Return a text as one part of a path or query: whoever edits an object decides which names it refers to."""
    return quote(text, safe="")
