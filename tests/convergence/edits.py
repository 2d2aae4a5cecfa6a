"""An edit on its way through the cluster: each resource is asked for, then applied, one after the other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from function.base.manifest import Json, Manifest, mapping_at
from function.base.outcome import Outcome
from function.base.request import Request
from function.delivery.live import is_object
from function.plan import cluster
from function.render import render
from tests import bindings
from tests.documents import ALLOWED, LOOSE, namespaced, platform, xr

Resources = Mapping[str, Manifest]
DELIVERIES: dict[str, tuple[Callable[[Json], Manifest], Manifest]] = {
    "claims": (lambda spec: xr(mapping_at(spec), generation=2), LOOSE),
    "namespaced": (namespaced, LOOSE),
    "direct": (namespaced, platform(delivery="direct", policy=ALLOWED)),
}
"""The composite of a spec, and the settings, in each way of delivery."""
_SETTINGS: Manifest = {
    **mapping_at(bindings.PLATFORM, "spec"),
    "policy": {"vault": {"addresses": ["https://other.example.org"]}},
}
BINDING_DELIVERIES: dict[str, tuple[Callable[[Json], Manifest], Manifest]] = {
    "claims": (bindings.composite, platform(**_SETTINGS)),
    "namespaced": (bindings.namespaced, platform(**_SETTINGS)),
    "direct": (bindings.namespaced, platform(**_SETTINGS, delivery="direct")),
}


def allowing(settings: Manifest, policy: Mapping[str, Json]) -> Manifest:
    """Return the settings with this policy in place of theirs."""
    return {**settings, "spec": {**mapping_at(settings, "spec"), "policy": policy}}


@dataclass(frozen=True)
class Moment:
    """What is observed, and the composed resources that the cluster was asked for and those that it has taken."""

    observed: Resources
    asked: Resources
    taken: Resources


def composed(answer: Outcome) -> dict[str, Manifest]:
    """Return the composed resources by key."""
    return {key: made.manifest for key, made in answer.resources.items()}


def desired_of(document: Manifest, platform: Manifest) -> dict[str, Manifest]:
    """Return what is composed once all objects are there, and are seen to belong to the document."""
    made: dict[str, Manifest] = {}
    for _ in range(bindings.ROUNDS):
        before, made = made, composed(render(Request(xr=document, observed=cluster.observed(made), platform=platform)))
        if made == before:
            break
    return made


def settled(document: Manifest, platform: Manifest) -> Moment:
    """Return the cluster once it has done all that the document asks for."""
    made = desired_of(document, platform)
    assert made
    return Moment(cluster.observed(made), made, made)


def on_the_way(start: Moment, desired: Resources) -> Iterator[Moment]:
    """Yield each moment from right after the edit until only what is not desired is left to be removed."""
    done = cluster.observed(desired)
    now = start
    yield now
    for key, manifest in desired.items():
        if now.asked.get(key) == manifest:
            continue
        asked = {**now.asked, key: manifest}
        if key in now.observed:
            now = Moment({**now.observed, key: _not_taken(now.observed[key], manifest)}, asked, now.taken)
            yield now
        now = Moment({**now.observed, key: done[key]}, asked, {**now.taken, key: manifest})
        yield now


def _not_taken(old: Manifest, composed: Manifest) -> Manifest:
    """Return the resource as Crossplane has just applied it: what the status says is about the generation before."""
    metadata: Manifest = {**mapping_at(old, "metadata"), **mapping_at(composed, "metadata"), "generation": 2}
    status = mapping_at(old, "status")
    if is_object(composed):
        conditions: Json = [{"type": "Synced", "status": "True", "reason": "ReconcileSuccess", "observedGeneration": 1}]
        status = {**status, "conditions": conditions}
    return {**composed, "metadata": metadata, **({"status": status} if status else {})}


def operational(document: Manifest, settings: Manifest, moment: Moment) -> bool:
    """Return whether the answer says so, and hold it against what may be said at this moment."""
    answer = render(Request(xr=document, observed=moment.observed, platform=settings))
    assert answer.fatal is None, answer.fatal
    desired, last = composed(answer), answer.conditions[-1]
    pending = sorted(key for key in desired if desired[key] != moment.asked.get(key))
    waiting = sorted(key for key in desired if is_object(desired[key]) and desired[key] != moment.taken.get(key))
    unready = {key for key, made in answer.resources.items() if not made.ready}
    assert {*pending, *waiting} <= unready
    if pending or waiting:
        assert last.status != "True", (pending, waiting)
        assert answer.ttl_seconds == 60
        assert answer.status["phase"] in ("Pending", "Progressing")
        assert not answer.events
    return last.status == "True"


def assert_never_ahead(start: Moment, document: Manifest, settings: Manifest) -> None:
    """Follow an edit, of the document or of the settings, from the moment it is made until it is done."""
    desired = desired_of(document, settings)
    seen = [operational(document, settings, moment) for moment in on_the_way(start, desired)]
    assert seen[0] == (desired.items() <= start.asked.items())
    assert operational(document, settings, Moment(cluster.observed(desired), desired, desired))
