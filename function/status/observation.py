"""A desired resource and what was observed of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from function.base.condition import OPERATIONAL
from function.base.manifest import Json, Manifest
from function.delivery.live import applied, deleting, failure, live, paused
from function.delivery.resource import Resource


@dataclass(frozen=True, kw_only=True)
class Observation:
    """One resource: `live` is {} where it was never made, `ready` is False then.

    `applied` is whether the cluster was asked for the present spec and has taken it, `failure` what the provider says
    where it could not, in its own words; `paused` that someone has told it to leave the object alone; `about` the
    condition that tells of the object.
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

    @property
    def applying(self) -> bool:
        """Return whether the present spec is still on its way, and nothing says that it cannot arrive."""
        return not (self.applied or self.failure or self.deleting)


def observe(resource: Resource, observed: Json, *, requested: bool) -> Observation:
    """Return what was observed of a resource; while its present spec is not applied it is not ready, whatever runs.

    `requested` is whether the cluster was asked for the present spec. What the provider says before is about an older
    one.
    """
    manifest = live(observed)
    taken = requested and applied(observed) and resource.readiness.current(manifest)
    return Observation(
        key=resource.key,
        manifest=resource.manifest,
        about=resource.about,
        live=manifest,
        ready=bool(manifest) and taken and resource.readiness.ready(manifest),
        applied=taken,
        failure=failure(observed) if requested else "",
        paused=requested and paused(observed),
        deleting=deleting(observed),
    )
