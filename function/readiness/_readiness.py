"""What every kind answers."""

from collections.abc import Callable
from dataclasses import dataclass

from function.base.manifest import Json, Manifest


@dataclass(frozen=True)
class Readiness:
    """Two forms of one rule.

    `policy` is `spec.readiness` of a provider-kubernetes Object. `ready` judges the live object, its status included.
    """

    policy: Manifest
    ready: Callable[[Json], bool]


DEFAULT = Readiness(policy={"policy": "SuccessfulCreate"}, ready=bool)
