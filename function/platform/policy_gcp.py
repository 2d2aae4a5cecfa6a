"""The settings of PlatformConfig for the secrets in Google Cloud that bindings may use."""

from typing import Annotated

from pydantic import Field

from function.base.gcp_types import Project
from function.base.model import Spec
from function.base.types import DnsLabel


class GcpPolicy(Spec):
    """What bindings may use in addition to PlatformConfig.spec.gcp and spec.externalSecrets."""

    projects: Annotated[list[Project], Field(max_length=256)] = []
    """Projects. Default: only the platform's."""
    service_accounts: Annotated[list[DnsLabel], Field(max_length=256)] = []
    """ServiceAccounts of the binding's namespace whose tokens may be used. Default: only the platform's."""
