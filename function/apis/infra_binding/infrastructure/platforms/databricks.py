"""A cluster of Databricks."""

from typing import Literal

from function.apis.infra_binding.infrastructure.compute import Cluster
from function.apis.infra_binding.infrastructure.platforms._platform import OnAnyCloud


class Model(OnAnyCloud):
    """A cluster of Databricks."""

    platform: Literal["databricks"]
    compute: Cluster
    """The cluster and its instances."""
