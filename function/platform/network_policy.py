"""The settings of PlatformConfig about the network policies of services and bindings."""

from typing import Annotated, Literal

from pydantic import Field

from function.base.model import Spec
from function.base.one_of import exactly_one
from function.base.rule import Rule
from function.base.text import Text
from function.base.types import DnsLabel, Port
from function.platform.ip import IPV4, IPV6
from function.platform.placement import Labels

Cidr = Annotated[
    str,
    Text(
        f"^({IPV4}/(3[0-2]|[12]?[0-9])|{IPV6}/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
        meaning="a range of addresses such as 10.0.0.0/8",
        example="10.0.0.0/8",
        max_length=49,
    ),
]


_PEER = exactly_one("namespace", "cidr")
_RULES = (
    Rule(
        cel=_PEER.cel,
        one_of=_PEER,
        message="a peer requires exactly one of namespace, cidr",
        holds=lambda peer: (peer.namespace is None) != (peer.cidr is None),
    ),
    Rule(
        cel="!has(self.podLabels) || !has(self.cidr)",
        message="podLabels requires namespace",
        field="podLabels",
        holds=lambda peer: not peer.pod_labels or peer.cidr is None,
    ),
)


class Source(Spec):
    """What may reach the pods of a service: pods of a namespace, or a range of addresses."""

    shape = "{namespace: monitoring}"
    rules = _RULES

    namespace: DnsLabel | None = None
    """Namespace of the pods."""
    pod_labels: Labels = {}
    """Labels of the pods. Default: all pods of the namespace."""
    cidr: Cidr | None = None
    """Range of addresses."""


class Destination(Spec):
    """What the pods of a service may reach: pods of a namespace, or a range of addresses."""

    shape = "{namespace: databases, ports: [5432]}"
    rules = _RULES

    namespace: DnsLabel | None = None
    """Namespace of the pods."""
    pod_labels: Labels = {}
    """Labels of the pods. Default: all pods of the namespace."""
    cidr: Cidr | None = None
    """Range of addresses."""
    ports: Annotated[list[Port], Field(max_length=32)] = []
    """Ports. Default: all ports."""
    protocols: Annotated[list[Literal["TCP", "UDP"]], Field(min_length=1, max_length=2)] = ["TCP"]
    """Protocols of the ports."""


Sources = Annotated[list[Source], Field(max_length=32)]
Destinations = Annotated[list[Destination], Field(max_length=32)]


class NetworkPolicy(Spec):
    """NetworkPolicies of services and bindings: what pods may reach, and what may reach them."""

    enabled: bool = False
    """Create a NetworkPolicy for each service. Apply package/rbac first: the roles must cover networkpolicies."""
    bindings: bool = False
    """Create the NetworkPolicies that bindings ask for. Apply package/rbac first. Default: false."""
    dns: Destinations = [Destination(namespace="kube-system", ports=[53], protocols=["UDP", "TCP"])]
    """Name servers that all pods may reach."""
    nats: Destinations = [Destination(namespace="nats", ports=[4222])]
    """NATS servers that all services may reach."""
    egress: Destinations = []
    """What else all pods may reach."""
    dapr: Destinations = [Destination(namespace="dapr-system")]
    """Control plane of Dapr, which all pods with a sidecar may reach."""
    monitoring: Sources = [Source(namespace="monitoring")]
    """What may reach the http port of all services, all metrics ports, and every port of other pods for which bindings
    have policies."""
    ingress: Sources = []
    """What else may reach the http port of all services, and pods for which bindings have policies, but no Flink jobs.
    Pods of the same namespace always may."""
    flink_operator: Sources = []
    """Where the Flink operator runs, which must reach the REST API of all Flink jobs. Bindings cannot have policies for
    jobs without it."""
    postgresql_operator: Sources = []
    """Where the operator of PostgreSQL (CloudNativePG) runs, which must reach its pods on ports 8000 and 5432. Policies
    for a whole namespace admit it, and a binding that runs PostgreSQL cannot have such a policy without it."""
    connections: Annotated[dict[DnsLabel, Destinations], Field(max_length=64)] = {}
    """What a claim may open in addition, by the names that it lists in `connections`, or in `egress` of a binding."""
