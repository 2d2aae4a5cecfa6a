"""What every kind answers."""

from collections.abc import Callable
from dataclasses import dataclass

from function.base.manifest import Json, Manifest


@dataclass(frozen=True)
class Readiness:
    """Two forms of one rule.

    `policy` is `spec.readiness` of a provider-kubernetes Object. `ready` judges the live object, its status included.
    `current` is whether that status is about the object's present spec: before, it tells of the former one.
    """

    policy: Manifest
    ready: Callable[[Json], bool]
    current: Callable[[Json], bool] = lambda live: True


DEFAULT = Readiness(policy={"policy": "SuccessfulCreate"}, ready=bool)
