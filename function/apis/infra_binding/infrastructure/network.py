"""In which network a platform runs."""

from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.infrastructure.identifier import Identifier, Identifiers
from function.apis.infra_binding.l5 import Binding


class Network(Binding):
    """The network. All of it must exist."""

    vpc_id: Identifier | None = None
    """VPC of AWS, virtual network of Azure, or network of Google Cloud."""
    subnet_ids: Identifiers = []
    """Subnets."""
    security_group_ids: Identifiers = []
    """Security groups, or network security groups in Azure."""


class Subnets(Network):
    """The network. All of it must exist."""

    subnet_ids: Annotated[list[Identifier], Field(min_length=1, max_length=32)]
    """Subnets."""
