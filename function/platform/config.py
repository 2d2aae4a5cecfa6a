"""The model of PlatformConfig: the platform team's settings, given as the step's input or to `platformctl`."""

from typing import Annotated, Literal

from pydantic import Field

from function.base.model import Spec
from function.base.rule import Rule
from function.base.types import DnsLabel, DnsSubdomain, FreeText, HostPort, LabelKey, LabelValue, NatsAccount, NatsUrl
from function.platform.bindings import ExternalSecrets, Kafka, Vault
from function.platform.resources import Resources
from function.platform.scaling import ScalingPolicy
from function.platform.size import SIZES

API_VERSION = "platform.fn.bizmatters.io/v1beta1"
KIND = "PlatformConfig"


class NatsDefaults(Spec):
    """The NATS that services use unless their claims say otherwise."""

    url: NatsUrl = "nats://nats.nats.svc:4222"
    """Client address."""
    monitoring_endpoint: HostPort | None = None
    """host:port that KEDA reads the lag from. Default: nats-headless.nats.svc.<clusterDomain>:8222; the headless
    Service, since only it exposes the port and finds the leader of a cluster."""
    account: NatsAccount = "$G"
    """Account that owns the streams; $G is the one of a server without accounts. $SYS has no JetStream."""
    use_https: bool = False
    """Read the monitoring endpoint over TLS."""


class ProviderConfigRef(Spec):
    """The ProviderConfig of provider-kubernetes."""

    name: DnsSubdomain = "kubernetes-provider"
    """Its name."""
    kind: Literal["ProviderConfig", "ClusterProviderConfig"] = "ClusterProviderConfig"
    """Its kind, where Objects are namespaced; cluster-scoped Objects know one kind only."""


class Objects(Spec):
    """How provider-kubernetes looks after Objects."""

    watch: bool = False
    """Watch Deployments instead of polling them; needs the provider's flag --enable-watches."""


class Security(Spec):
    """What the pods must keep to."""

    profile: Literal["restricted", "baseline"] = "restricted"
    """Pod Security profile. baseline leaves user and capabilities to the image, for local clusters."""


class Images(Spec):
    """Where images may come from."""

    allowed_registries: Annotated[list[FreeText], Field(max_length=64)] = []
    """Prefixes, such as ghcr.io/example. Default: anywhere."""


class Labels(Spec):
    """Labels of claims."""

    rules = (
        Rule(
            cel="!has(self.required) || !self.required.exists(key, key.split('/')[0].endsWith('kubernetes.io') || "
            "key.split('/')[0].endsWith('k8s.io'))",
            message="labels of kubernetes.io and k8s.io stay on the claim and cannot be required",
            field="required",
            holds=lambda labels: (
                not any(key.partition("/")[0].endswith(("kubernetes.io", "k8s.io")) for key in labels.required)
            ),
        ),
    )

    required: Annotated[list[LabelKey], Field(max_length=16)] = []
    """Labels every claim must have; they are copied to all objects."""


class Monitors(Spec):
    """PodMonitors and ServiceMonitors."""

    labels: Annotated[dict[LabelKey, LabelValue], Field(max_length=16)] = {}
    """Labels by which Prometheus selects monitors."""


class Diagnosis(Spec):
    """What the function looks at to say why a service is not ready."""

    pods: bool = False
    """Read the services' pods. Without the shipped ClusterRole every service stops being reconciled."""
    secrets: bool = False
    """Read which keys the referenced Secrets have, never values."""


class PlatformConfig(Spec):
    """The platform team's settings. Every field has a default: an empty spec is valid."""

    rules = (
        Rule(
            cel="!has(self.sizes) || (has(self.defaultSize) ? self.defaultSize : 'medium') in self.sizes",
            message="defaultSize must be one of the sizes",
            field="defaultSize",
            holds=lambda config: config.default_size in config.sizes,
            got=lambda config: f"'{config.default_size}'",
        ),
    )

    logic_version: Literal[1] = 1
    """Behaviour to keep to, so that an upgrade of the function changes nothing by itself; 1 is the only one so far."""
    group: DnsSubdomain = "platform.bizmatters.io"
    """API group of the XRDs, which are generated with it."""
    sizes: Annotated[dict[DnsLabel, Resources], Field(min_length=1, max_length=16)] = SIZES
    """Sizes by name; replaces the built-in table."""
    default_size: DnsLabel = "medium"
    """Size of a claim that names none."""
    cluster_domain: DnsSubdomain = "cluster.local"
    """DNS domain of the cluster."""
    nats: NatsDefaults = NatsDefaults()
    """The NATS that services use unless their claims say otherwise."""
    delivery: Literal["object", "direct"] = "object"
    """object wraps manifests into provider-kubernetes Objects; direct composes them, in namespaced APIs only."""
    provider_config: ProviderConfigRef = ProviderConfigRef()
    """The ProviderConfig of provider-kubernetes."""
    objects: Objects = Objects()
    """How provider-kubernetes looks after Objects."""
    security: Security = Security()
    """What the pods must keep to."""
    images: Images = Images()
    """Where images may come from."""
    labels: Labels = Labels()
    """Labels of claims."""
    scaling: ScalingPolicy = ScalingPolicy()
    """What autoscaling may do."""
    monitors: Monitors = Monitors()
    """PodMonitors and ServiceMonitors."""
    kafka: Kafka = Kafka()
    """The Kafka cluster of Strimzi that topics are made in."""
    vault: Vault = Vault()
    """The Vault of bindings that name none."""
    external_secrets: ExternalSecrets = ExternalSecrets()
    """How External Secrets reads the secrets of bindings."""
    diagnosis: Diagnosis = Diagnosis()
    """What the function looks at to say why a service is not ready."""

    @property
    def monitoring_endpoint(self) -> str:
        """Return host:port that KEDA reads the lag from."""
        return self.nats.monitoring_endpoint or f"nats-headless.nats.svc.{self.cluster_domain}:8222"


class Document(Spec):
    """A PlatformConfig as it is written: the step's input, or a file."""

    api_version: Literal["platform.fn.bizmatters.io/v1beta1"]
    """Version of this shape."""
    kind: Literal["PlatformConfig"]
    """PlatformConfig."""
    metadata: dict[str, object] = {}
    """Allowed, and without effect."""
    spec: PlatformConfig = PlatformConfig()
    """The settings."""
