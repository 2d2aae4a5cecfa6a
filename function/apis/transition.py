"""What one call composes on the way to the spec, where a resource needs more than one call to get there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from function.base.identity import Identity
from function.base.manifest import Json, Manifest
from function.delivery import owner
from function.delivery.mark import marked
from function.delivery.resource import Resource
from function.delivery.wrapping import wrap
from function.platform.config import PlatformConfig


@dataclass(frozen=True, kw_only=True)
class Transition:
    """The resources of the spec: those that are `held` are not created yet, and `temporary` ones are added for a while.

    The status covers held resources, but not temporary ones.
    """

    resources: Sequence[Resource]
    held: frozenset[str] = frozenset()
    temporary: tuple[Resource, ...] = ()


def unless_taken(resources: Sequence[Resource], observed: Mapping[str, Mapping[str, Json]]) -> Transition:
    """Return the transition of an API that shares names with others: what belongs to somebody else is not changed."""
    return Transition(resources=[owner.unless_taken(found, observed.get(found.key, {})) for found in resources])


def composed(transition: Transition, identity: Identity, config: PlatformConfig) -> dict[str, Manifest]:
    """Return the composed resources by key, with their marks; held ones are included."""
    every = (*transition.resources, *transition.temporary)
    return {resource.key: marked(wrap(resource, identity, config)) for resource in every}
