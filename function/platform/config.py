"""The model of PlatformConfig: the platform team's settings, as input of the pipeline step or of `platformctl`."""

from typing import Annotated, Literal

from pydantic import Field

from function.base.model import Spec
from function.base.problems import Place
from function.base.rule import Rule
from function.base.types import DnsLabel, DnsSubdomain
from function.platform.alerts import Alerts
from function.platform.aws import Aws
from function.platform.azure import Azure
from function.platform.binding_services import BindingServices
from function.platform.dapr import Dapr
from function.platform.defaults import Defaults
from function.platform.diagnosis import Diagnosis
from function.platform.external_secrets import ExternalSecrets
from function.platform.flink import Flink
from function.platform.gcp import Gcp
from function.platform.images import Images
from function.platform.kafka import Kafka
from function.platform.labels import Labels
from function.platform.monitors import Monitors
from function.platform.names import ApiKind, Names
from function.platform.nats import NatsDefaults
from function.platform.network_policy import NetworkPolicy
from function.platform.overlay import Overlay
from function.platform.policy import Policy
from function.platform.preflight import Preflight
from function.platform.provider import Objects, ProviderConfigRef
from function.platform.resources import Resources
from function.platform.scaling import ScalingPolicy
from function.platform.security import Security
from function.platform.settings import SettingsObject
from function.platform.size import SIZES
from function.platform.terraform import Terraform
from function.platform.tracing import Tracing
from function.platform.variables import Variables
from function.platform.vault import Vault

API_VERSION = "platform.fn.bizmatters.io/v1beta1"
KIND = "PlatformConfig"


class PlatformConfig(Spec):
    """The platform team's settings. Every field has a default, so an empty spec is valid."""

    rules = (
        Rule(
            cel="!has(self.sizes) || (has(self.defaultSize) ? self.defaultSize : 'medium') in self.sizes",
            breaks=lambda config: (
                Place("defaultSize") if "default_size" in config.model_fields_set else Place("sizes", key=True)
            ),
            message="defaultSize must be one of the sizes",
            field="defaultSize",
            holds=lambda config: config.default_size in config.sizes,
            got=lambda config: f"'{config.default_size}'",
        ),
    )

    logic_version: Literal[1] = 1
    """Version of the behavior to use, so that upgrading the function changes nothing by itself. Only 1 exists yet."""
    settings: SettingsObject | None = None
    """An EnvironmentConfig of the cluster with settings that override these, so that they change without a new package.
    Default: none."""
    group: DnsSubdomain = "platform.bizmatters.io"
    """API group of the XRDs. Generate them with the same value."""
    names: Annotated[dict[ApiKind, Names], Field(max_length=16)] = {}
    """Names of the kinds, by their own kinds: EventDrivenService and InfraBinding. Generate the XRDs with the same
    value."""
    takeover_mode: bool = False
    """Take over services of an earlier composition: existing Deployments keep their selectors, its deprecated fields
    are accepted, and the definition has its names. Generate the XRDs with the same value."""
    sizes: Annotated[dict[DnsLabel, Resources], Field(min_length=1, max_length=16)] = SIZES
    """Sizes by name. Replaces the built-in table."""
    default_size: DnsLabel = "medium"
    """Size of claims that do not set one."""
    cluster_domain: DnsSubdomain = "cluster.local"
    """DNS domain of the cluster."""
    nats: NatsDefaults = NatsDefaults()
    """Default NATS connection of services."""
    delivery: Literal["object", "direct"] = "object"
    """object wraps manifests in provider-kubernetes Objects; direct composes them directly, in namespaced APIs only."""
    provider_config: ProviderConfigRef = ProviderConfigRef()
    """The ProviderConfig of provider-kubernetes."""
    objects: Objects = Objects()
    """How provider-kubernetes manages Objects."""
    security: Security = Security()
    """Security requirements for pods."""
    images: Images = Images()
    """Allowed sources of images."""
    labels: Labels = Labels()
    """Requirements for the labels of claims."""
    scaling: ScalingPolicy = ScalingPolicy()
    """Limits and defaults of autoscaling."""
    monitors: Monitors = Monitors()
    """Settings of PodMonitors and ServiceMonitors."""
    alerts: Alerts = Alerts()
    """Alerts of bindings."""
    tracing: Tracing = Tracing()
    """Traces of bindings."""
    dapr: Dapr = Dapr()
    """Dapr of bindings."""
    binding_services: BindingServices = BindingServices()
    """Databases and stores that bindings run."""
    kafka: Kafka = Kafka()
    """The Kafka cluster in which topics are created."""
    vault: Vault = Vault()
    """Default Vault server of bindings."""
    aws: Aws = Aws()
    """Default settings for secrets of bindings in AWS."""
    gcp: Gcp = Gcp()
    """Default settings for secrets of bindings in Google Cloud."""
    azure: Azure = Azure()
    """Default settings for secrets of bindings in Azure."""
    external_secrets: ExternalSecrets = ExternalSecrets()
    """How External Secrets reads the secrets of bindings."""
    flink: Flink = Flink()
    """How the processes of bindings run as Flink jobs."""
    preflight: Preflight = Preflight()
    """How bindings are checked in the cluster."""
    terraform: Terraform = Terraform()
    """Terraform modules of bindings."""
    variables: Variables = Variables()
    """Values of variables in bindings."""
    policy: Policy = Policy()
    """What a claim may ask for."""
    defaults: Defaults = Defaults()
    """What the objects of all services get. Changing it for pods restarts them."""
    network_policy: NetworkPolicy = NetworkPolicy()
    """NetworkPolicies of services and bindings."""
    overlays: Annotated[list[Overlay], Field(max_length=64)] = []
    """Patches of objects, in order. They are applied after everything else."""
    diagnosis: Diagnosis = Diagnosis()
    """What the function reads to find out why a service is not ready."""

    @property
    def monitoring_endpoint(self) -> str:
        """Return the host:port from which KEDA reads the lag."""
        return self.nats.monitoring_endpoint or f"nats-headless.nats.svc.{self.cluster_domain}:8222"


class Document(Spec):
    """A complete PlatformConfig document: the input of the pipeline step, or a file."""

    api_version: Literal["platform.fn.bizmatters.io/v1beta1"]
    """API version of PlatformConfig."""
    kind: Literal["PlatformConfig"]
    """PlatformConfig."""
    metadata: dict[str, object] = {}
    """Allowed, but ignored."""
    spec: PlatformConfig = PlatformConfig()
    """The settings."""
