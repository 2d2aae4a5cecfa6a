"""The settings of PlatformConfig about what the Flink jobs of bindings may use."""

from typing import Annotated

from pydantic import Field

from function.base.model import Spec
from function.base.types import DnsSubdomain, LabelKey


class FlinkPolicy(Spec):
    """Flink jobs of bindings."""

    service_accounts: Annotated[list[DnsSubdomain], Field(max_length=256)] = []
    """ServiceAccounts of the binding's namespace that jobs may run as. Default: only spec.flink.serviceAccount."""
    tolerations: Annotated[list[LabelKey], Field(max_length=64)] = []
    """Keys of the taints that the pods of jobs may tolerate. Default: none."""
