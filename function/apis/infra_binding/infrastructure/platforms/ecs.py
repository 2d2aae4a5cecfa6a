"""A cluster of Amazon ECS."""

from typing import Literal

from function.apis.infra_binding.infrastructure.compute import Instance
from function.apis.infra_binding.infrastructure.platforms._platform import Platform


class Model(Platform):
    """A cluster of Amazon ECS."""

    platform: Literal["ecs"]
    compute: Instance
    """The cluster and its instances."""
