"""A cluster of Amazon EMR."""

from typing import Literal

from function.apis.infra_binding.infrastructure.compute import Cluster
from function.apis.infra_binding.infrastructure.platforms._platform import Platform


class Model(Platform):
    """A cluster of Amazon EMR."""

    platform: Literal["emr"]
    compute: Cluster
    """The cluster and its instances."""
