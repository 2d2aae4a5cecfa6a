"""The model of PlatformConfig: the platform team's settings, given as the step's input or to `platformctl`."""

from typing import Annotated, Literal

from pydantic import Field

from function.base.model import Spec
from function.base.problems import Place
from function.base.rule import Rule
from function.base.types import DnsLabel, DnsSubdomain
from function.platform.diagnosis import Diagnosis
from function.platform.external_secrets import ExternalSecrets
from function.platform.images import Images
from function.platform.kafka import Kafka
from function.platform.labels import Labels
from function.platform.monitors import Monitors
from function.platform.nats import NatsDefaults
from function.platform.provider import Objects, ProviderConfigRef
from function.platform.resources import Resources
from function.platform.scaling import ScalingPolicy
from function.platform.security import Security
from function.platform.size import SIZES
from function.platform.vault import Vault

API_VERSION = "platform.fn.bizmatters.io/v1beta1"
KIND = "PlatformConfig"


class PlatformConfig(Spec):
    """The platform team's settings. Every field has a default: an empty spec is valid."""

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
