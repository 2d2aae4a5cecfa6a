"""The settings of PlatformConfig for what claims may use."""

from typing import Annotated, Literal

from pydantic import Field

from function.base.address_types import HttpUrl
from function.base.model import Spec
from function.base.text import Text
from function.base.types import DnsLabel
from function.platform.policy_aws import AwsPolicy
from function.platform.policy_azure import AzurePolicy
from function.platform.policy_dapr import DaprPolicy
from function.platform.policy_flink import FlinkPolicy
from function.platform.policy_gcp import GcpPolicy
from function.platform.policy_nats import NatsPolicy
from function.platform.policy_network import NetworkPoliciesPolicy
from function.platform.policy_services import ServicePolicy
from function.platform.policy_streams import StreamPolicy
from function.platform.policy_terraform import TerraformPolicy
from function.platform.policy_vault import VaultPolicy
from function.platform.preflight import PreflightChecks
from function.platform.resources import ResourceList

KeyPrefix = Annotated[
    str,
    Text(
        "^([a-z0-9A-Z][-._/a-z0-9A-Z]*)?$",
        meaning="a prefix of a label or annotation key, such as dapr.io/; '' for any key",
        example="dapr.io/",
        max_length=316,
    ),
]
KeyPrefixes = Annotated[list[KeyPrefix], Field(max_length=64)]

TAKEN_OVER = Literal["ConfigMap", "Deployment", "Service", "ServiceAccount"]
"""The kinds whose objects are looked for before one is created."""


class Policy(Spec):
    """What a claim may use. Access outside its namespace is denied by default; amounts are unlimited by default."""

    reserved_names: Annotated[list[DnsLabel], Field(max_length=256)] = []
    """Names that no claim may have, in addition to default and kubernetes. Default: no others."""
    takeover: Annotated[list[TAKEN_OVER], Field(max_length=4)] = []
    """Kinds whose existing objects a claim takes over, although something else created them. Default: none."""
    service_account_annotations: KeyPrefixes = []
    """Prefixes of the annotations that ServiceAccounts may have, such as eks.amazonaws.com/. Default: none."""
    pod_annotations: KeyPrefixes = []
    """Prefixes of annotations that pods may have although they change a pod's runtime or identity. Default: none."""
    pod_labels: KeyPrefixes = []
    """Prefixes of labels that pods may have although they change a pod's runtime or identity. Default: none."""
    vault: VaultPolicy = VaultPolicy()
    """Vaults other than the platform's. Default: none."""
    aws: AwsPolicy = AwsPolicy()
    """Secrets in AWS in addition to the platform's regions, roles, and ServiceAccounts. Default: none."""
    gcp: GcpPolicy = GcpPolicy()
    """Secrets in Google Cloud in addition to the platform's projects and ServiceAccounts. Default: none."""
    azure: AzurePolicy = AzurePolicy()
    """Secrets in Azure in addition to the platform's Key Vaults, tenants, and ServiceAccounts. Default: none."""
    streams: StreamPolicy = StreamPolicy()
    """Topics and streams of bindings."""
    dapr: DaprPolicy = DaprPolicy()
    """Dapr of bindings."""
    flink: FlinkPolicy = FlinkPolicy()
    """Flink jobs of bindings."""
    binding_services: ServicePolicy = ServicePolicy()
    """Databases and stores that bindings run."""
    preflight: PreflightChecks = []
    """What bindings may check with a Job in their namespace; permissions and capacity give it the Secrets with which
    applications log in. Requires preflight.image, and the supplied ClusterRole:
    without it, no such binding can be reconciled. Default: nothing."""
    nats: NatsPolicy = NatsPolicy()
    """What services read on NATS."""
    network_policies: NetworkPoliciesPolicy = NetworkPoliciesPolicy()
    """NetworkPolicies of bindings."""
    terraform: TerraformPolicy = TerraformPolicy()
    """Terraform modules of bindings. Default: none."""
    triggers: Annotated[list[DnsLabel], Field(max_length=16)] | None = None
    """Types of scaling triggers that claims may add. Default: all."""
    prometheus_addresses: Annotated[list[HttpUrl], Field(max_length=64)] | None = None
    """Prometheus servers that triggers may query. Default: any."""
    image_digest: bool = False
    """Reject images without a digest. Default: false."""
    max_requests: ResourceList = ResourceList()
    """Largest requests of a container. Default: no limit. The largest number of replicas is scaling.maxReplicas."""
    max_limits: ResourceList = ResourceList()
    """Largest limits of a container. Default: no limit."""
