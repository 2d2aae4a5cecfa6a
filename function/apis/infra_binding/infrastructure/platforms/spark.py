"""A cluster of Apache Spark, or the instances of one."""

from typing import Literal

from function.apis.infra_binding.infrastructure.compute import ClusterOrInstances
from function.apis.infra_binding.infrastructure.platforms._platform import OnAnyCloud


class Model(OnAnyCloud):
    """A cluster of Apache Spark."""

    platform: Literal["spark"]
    compute: ClusterOrInstances
    """The cluster and its instances."""
