"""The readiness check of a kind."""

from collections.abc import Callable
from dataclasses import dataclass

from function.base.manifest import Json, Manifest


@dataclass(frozen=True)
class Readiness:
    """Two forms of the same check.

    `policy` is `spec.readiness` of a provider-kubernetes Object. `ready` checks the live object, including its status.
    """

    policy: Manifest
    ready: Callable[[Json], bool]


DEFAULT = Readiness(policy={"policy": "SuccessfulCreate"}, ready=bool)
