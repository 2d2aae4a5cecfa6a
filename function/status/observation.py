"""A desired resource and its observed state."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from function.base.condition import OPERATIONAL
from function.base.manifest import Json, Manifest
from function.delivery import owner
from function.delivery.live import conditions, state
from function.delivery.resource import Resource


@dataclass(frozen=True, kw_only=True)
class Observation:
    """One resource. If it was never created, `live` is {} and `ready` is False.

    `applied` is whether the current spec was requested and applied to the live object, `failure` the provider's error
    message if it was not, `paused` whether reconciliation of the object is paused, and `about` the condition that
    covers the object. What is `foreign` belongs to somebody else: it is left as it is, and it is never ready.
    """

    key: str
    manifest: Manifest
    live: Mapping[str, Json]
    ready: bool
    about: str = OPERATIONAL
    applied: bool = True
    failure: str = ""
    paused: bool = False
    deleting: bool = False
    foreign: bool = False

    @cached_property
    def conditions(self) -> Mapping[str, Mapping[str, Json]]:
        """Return the conditions of the live object by type."""
        return conditions(self.live)

    @property
    def applying(self) -> bool:
        """Return whether the current spec is still being applied, without an error so far."""
        return not (self.applied or self.failure or self.deleting)


def observe(resource: Resource, observed: Json, *, requested: bool) -> Observation:
    """Return the observation of a resource; it is never ready while its current spec is not applied.

    `requested` is whether the observed resource was composed from the current spec. Otherwise the provider's
    conditions belong to an older one.
    """
    seen = state(observed)
    taken = requested and seen.applied and resource.readiness.current(seen.live)
    foreign = owner.foreign(resource, seen.live)
    return Observation(
        key=resource.key,
        manifest=resource.manifest,
        about=resource.about,
        live=seen.live,
        ready=bool(seen.live) and taken and not foreign and resource.readiness.ready(seen.live),
        applied=taken,
        failure=seen.failure if requested else "",
        paused=requested and seen.paused,
        deleting=seen.deleting,
        foreign=foreign,
    )
