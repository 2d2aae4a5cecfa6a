"""The settings of PlatformConfig for the secrets in AWS that bindings may use."""

from typing import Annotated

from pydantic import Field

from function.base.aws_types import Region, RoleArn
from function.base.model import Spec
from function.base.types import DnsLabel


class AwsPolicy(Spec):
    """What bindings may use in addition to PlatformConfig.spec.aws and spec.externalSecrets."""

    regions: Annotated[list[Region], Field(max_length=64)] = []
    """Regions. Default: only the platform's."""
    roles: Annotated[list[RoleArn], Field(max_length=256)] = []
    """Roles that may be assumed. Default: only the platform's."""
    service_accounts: Annotated[list[DnsLabel], Field(max_length=256)] = []
    """ServiceAccounts of the binding's namespace whose tokens may be used. Default: only the platform's."""
