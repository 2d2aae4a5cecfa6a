"""The readiness check of a kind."""

from collections.abc import Callable
from dataclasses import dataclass

from function.base.manifest import Json, Manifest


@dataclass(frozen=True)
class Readiness:
    """Two forms of the same check.

    `policy` is `spec.readiness` of a provider-kubernetes Object. `ready` checks the live object, including its status.
    `current` is whether that status belongs to the object's current spec rather than to an older one.
    """

    policy: Manifest
    ready: Callable[[Json], bool]
    current: Callable[[Json], bool] = lambda live: True


DEFAULT = Readiness(policy={"policy": "SuccessfulCreate"}, ready=bool)
