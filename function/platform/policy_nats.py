"""The settings of PlatformConfig for what services may read on NATS."""

from typing import Annotated

from pydantic import Field

from function.base.address_types import HostPort
from function.base.model import Spec
from function.base.types import NatsAccount
from function.platform.policy_streams import Prefixes


class NatsPolicy(Spec):
    """What services may read on NATS; the platform's own account and endpoint are always allowed."""

    accounts: Annotated[list[NatsAccount], Field(max_length=256)] | None = None
    """Accounts that claims may name. Default: any."""
    monitoring_endpoints: Annotated[list[HostPort], Field(max_length=64)] | None = None
    """Monitoring endpoints that claims may name. Default: any."""
    streams: Prefixes | None = None
    """Prefixes of the streams that claims of a namespace may read; '*' stands for the namespaces that are not listed.
    Default: any."""
