"""The traffic that a NetworkPolicy of a binding allows."""

from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.base.types import DnsLabel, Port
from function.platform.placement import Labels


class Source(Binding):
    """Pods of another namespace."""

    namespace: DnsLabel
    """Namespace of the pods, which the platform must allow."""
    pod_labels: Labels = {}
    """Labels of the pods. Default: all pods of the namespace."""
    ports: Annotated[list[Port], Field(max_length=32)] = []
    """TCP ports that they may reach. Default: all."""


class Traffic(Binding):
    """What may reach pods, and what they may reach."""

    ingress: Annotated[list[Source], Field(max_length=32)] = []
    """Pods of other namespaces that may reach the pods. Those of the same namespace, and monitoring, always may."""
    egress: Annotated[list[DnsLabel], Field(max_length=16)] | None = None
    """Connections of the platform that the pods may open, besides those to DNS, to their own namespace, and to what the
    platform opens for all pods. Default: all connections."""


class SelectedPods(Traffic):
    """Pods with labels, and their traffic."""

    pod_labels: Annotated[Labels, Field(min_length=1)]
    """Labels of the pods."""
