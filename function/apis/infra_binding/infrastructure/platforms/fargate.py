"""AWS Fargate, which runs tasks in subnets and without instances."""

from typing import Literal

from function.apis.infra_binding.infrastructure.network import Subnets
from function.apis.infra_binding.infrastructure.platforms._platform import Platform


class Model(Platform):
    """AWS Fargate, which runs tasks in subnets."""

    platform: Literal["fargate"]
    network: Subnets
    """The network in which it runs."""
