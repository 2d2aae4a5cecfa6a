"""Threads on a loom."""

from typing import Literal

from function.apis.infra_binding.infrastructure.network import Subnets
from function.apis.infra_binding.infrastructure.platforms._platform import OnAnyCloud


class Model(OnAnyCloud):
    """Threads on a loom."""

    platform: Literal["loom"]
    network: Subnets
    """The network in which it runs."""
