"""The settings of PlatformConfig about what services bindings may run."""

from typing import Annotated

from pydantic import Field

from function.base.model import Spec
from function.base.types import Bytes, DnsLabel, DnsSubdomain, PositiveCount


class ServicePolicy(Spec):
    """Databases and stores that bindings run. Requests and limits are bounded by maxRequests and maxLimits."""

    types: Annotated[list[DnsLabel], Field(max_length=16)] = []
    """Types of services that bindings may run, such as postgresql. Default: none."""
    max_instances: PositiveCount | None = None
    """Largest number of instances of a service, and of its connection pool. Default: no limit."""
    max_storage: Bytes | None = None
    """Largest volume of an instance. Default: no limit."""
    storage_classes: Annotated[list[DnsSubdomain], Field(max_length=64)] | None = None
    """Storage classes that bindings may name. Default: any. The cluster's default class is always allowed."""
