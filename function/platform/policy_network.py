"""The settings of PlatformConfig about the NetworkPolicies that bindings may ask for."""

from typing import Annotated

from pydantic import Field

from function.base.model import Spec
from function.base.types import DnsLabel


class NetworkPoliciesPolicy(Spec):
    """NetworkPolicies of bindings."""

    namespaces: Annotated[list[DnsLabel], Field(max_length=64)] = []
    """Other namespaces whose pods bindings may admit. Default: none."""
    whole_namespace: bool = False
    """Let bindings have a policy for all pods of their namespace, also those of others. Default: false."""
