"""The settings of PlatformConfig for the pods of all services."""

from typing import Annotated, Literal

from pydantic import Field

from function.base.marks import MayHoldSecret
from function.base.model import Spec
from function.base.one_of import exactly_one
from function.base.rule import Rule
from function.base.text import Text
from function.base.types import DnsSubdomain, EnvName, FreeText, LabelKey
from function.platform.ip import IPV4, IPV6
from function.platform.placement import Affinity, Labels, Spread, Toleration

OWN_VARIABLES = ("NATS_URL", "NATS_STREAM_NAME", "NATS_CONSUMER_GROUP")
"""Variables that every service gets from its claim."""
IpAddress = Annotated[
    str,
    Text(f"^({IPV4}|{IPV6})$", meaning="an IP address such as 10.0.0.10", example="10.0.0.10", max_length=45),
]


_VALUE = exactly_one("value", "fieldPath")


class Variable(Spec):
    """An environment variable of every container: a literal value or a field of the pod."""

    shape = "{name: HTTPS_PROXY, value: 'http://proxy.example:3128'}"
    rules = (
        Rule(
            cel=_VALUE.cel,
            one_of=_VALUE,
            message="a variable requires exactly one of value, fieldPath",
            holds=lambda variable: (variable.value is None) != (variable.field_path is None),
        ),
        Rule(
            cel=f"!(self.name in {list(OWN_VARIABLES)})",
            message="this variable is set from the claim",
            hint="set PlatformConfig.spec.nats.url for the default address of NATS",
            field="name",
            holds=lambda variable: variable.name not in OWN_VARIABLES,
        ),
    )

    name: EnvName
    """Name of the variable."""
    value: Annotated[FreeText, MayHoldSecret()] | None = None
    """Literal value. It can refer to variables before it, as $(NAME)."""
    field_path: FreeText | None = None
    """Field of the pod, such as metadata.labels['app.kubernetes.io/name'] for the name of the claim."""


class DnsOption(Spec):
    """An option of the resolver."""

    name: FreeText
    """Name of the option, such as ndots."""
    value: Annotated[FreeText, MayHoldSecret()] | None = None
    """Value of the option."""


class DnsConfig(Spec):
    """How pods resolve names, in addition to what the DNS policy sets."""

    nameservers: Annotated[list[IpAddress], Field(max_length=3)] = []
    """IP addresses of name servers."""
    searches: Annotated[list[DnsSubdomain], Field(max_length=32)] = []
    """Domains in which short names are searched."""
    options: Annotated[list[DnsOption], Field(max_length=16)] = []
    """Options of the resolver."""


class PodDefaults(Spec):
    """What the pods of all services get."""

    rules = (
        Rule(
            cel="!has(self.env) || self.env.all(variable, self.env.exists_one(other, other.name == variable.name))",
            message="names of environment variables must be unique",
            field="env",
            holds=lambda pods: len({variable.name for variable in pods.env}) == len(pods.env),
        ),
        Rule(
            cel="!has(self.topologySpread) || self.topologySpread.all(constraint, "
            "self.topologySpread.exists_one(other, other.topologyKey == constraint.topologyKey))",
            message="topology keys must be unique",
            field="topologySpread",
            holds=lambda pods: (
                len({spread.topology_key for spread in pods.topology_spread}) == len(pods.topology_spread)
            ),
        ),
        Rule(
            cel="!has(self.dnsPolicy) || self.dnsPolicy != 'None' || (has(self.dnsConfig) && "
            "has(self.dnsConfig.nameservers) && size(self.dnsConfig.nameservers) > 0)",
            message="dnsPolicy None requires dnsConfig.nameservers",
            field="dnsPolicy",
            holds=lambda pods: pods.dns_policy != "None" or bool(pods.dns_config.nameservers),
        ),
    )

    annotations: Annotated[dict[LabelKey, FreeText], Field(max_length=32)] = {}
    """Annotations of the pods."""
    env: Annotated[list[Variable], Field(max_length=64)] = []
    """Variables of every container, such as a proxy or OTEL_*; they come before the claim's. PORT follows httpPort if a
    claim sets that."""
    image_pull_secrets: Annotated[list[DnsSubdomain], Field(max_length=10)] = []
    """Names of Secrets with registry credentials, which must exist in each namespace. They come before the claim's."""
    node_selector: Labels = {}
    """Labels of the nodes on which pods run."""
    tolerations: Annotated[list[Toleration], Field(max_length=32)] = []
    """Taints of nodes that pods tolerate."""
    affinity: Affinity = Affinity()
    """Affinity of the pods to nodes and to other pods."""
    topology_spread: Annotated[list[Spread], Field(max_length=8)] = []
    """How the pods of a service are spread across nodes and zones."""
    priority_class_name: DnsSubdomain | None = None
    """PriorityClass of the pods."""
    runtime_class_name: DnsSubdomain | None = None
    """RuntimeClass of the pods, such as gvisor."""
    dns_policy: Literal["ClusterFirst", "Default", "None"] | None = None
    """DNS policy of the pods. Default: ClusterFirst, as in Kubernetes."""
    dns_config: DnsConfig = DnsConfig()
    """How pods resolve names."""
