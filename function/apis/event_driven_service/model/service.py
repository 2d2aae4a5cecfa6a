"""The model of EventDrivenService: a NATS JetStream worker with autoscaling."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.event_driven_service.model.env import ConfigMapRef, EnvVars, SecretRef
from function.apis.event_driven_service.model.nats import Nats
from function.apis.event_driven_service.model.pod import DisruptionBudget, SecurityContext, TopologySpread, Volume
from function.apis.event_driven_service.model.probes import Probes
from function.apis.event_driven_service.model.rules import RULES, init_container_rules
from function.apis.event_driven_service.model.scaling import Scaling
from function.base.marks import MayHoldSecret
from function.base.model import Spec
from function.base.types import DnsSubdomain, FreeText, Image, LabelKey, LabelValue, Port, Seconds, UrlPath
from function.platform.resources import Resources
from function.platform.size import SizeName

Labels = Annotated[dict[LabelKey, LabelValue], Field(max_length=32)]
Annotations = Annotated[dict[LabelKey, FreeText], Field(max_length=32)]
Words = Annotated[list[FreeText], Field(max_length=64), MayHoldSecret()]


class PullSecret(Spec):
    """A Secret with registry credentials."""

    name: DnsSubdomain
    """Name of the Secret in the claim's namespace."""


class InitContainer(Spec):
    """Work done before the main container starts, such as migrations; it has the same environment and volumes."""

    rules = init_container_rules()

    command: Words = []
    """Entry point. Default: the image's."""
    args: Words = []
    """Arguments of the entry point."""
    image: Image | None = None
    """Image to run. Default: the service's."""
    env: EnvVars = []
    """Further variables of this container; they win over the service's of the same name."""


class ServiceAccount(Spec):
    """The identity of the pods."""

    annotations: Annotations = {}
    """Annotations of the ServiceAccount, such as a cloud role."""


class Metrics(Spec):
    """Prometheus metrics of the service."""

    enabled: bool = True
    """Set to false to make no monitor."""
    port: Port | None = None
    """Port that serves them. Default: the http port, for a ServiceMonitor; another port is for a PodMonitor."""
    path: UrlPath = "/metrics"
    """Path that serves them."""


class EventDrivenService(Spec):
    """A worker that consumes a NATS JetStream stream and scales with its lag."""

    rules = RULES
    common_mistakes = {
        "autoscaling": "scaling",
        "configMapRef": "configMapRefs",
        "consumer": "nats.consumer",
        "environment": "env",
        "cpu": "resources.requests.cpu",
        "envFrom": "secretRefs[].envFrom",
        "initContainers": "initContainer",
        "livenessProbe": "probes.liveness",
        "maxReplicas": "scaling.maxReplicas",
        "memory": "resources.requests.memory",
        "minReplicas": "scaling.minReplicas",
        "natsUrl": "nats.url",
        "port": "httpPort",
        "ports": "httpPort",
        "readinessProbe": "probes.readiness",
        "replicas": "scaling.minReplicas",
        **{f"secret{slot}Name": "secretRefs[].name" for slot in range(1, 11)},
        "secretRef": "secretRefs",
        "serviceAccountName": "serviceAccount",
        "startupProbe": "probes.startup",
        "stream": "nats.stream",
        "volumeMounts": "volumes[].mountPath",
    }

    image: Image
    """Image of the service: registry/name:tag, registry/name@sha256:…, or both."""
    nats: Nats
    """The stream the service consumes."""
    image_pull_policy: Literal["Always", "IfNotPresent", "Never"] | None = None
    """When the image is pulled. Default: Always for latest or no tag, otherwise IfNotPresent."""
    image_pull_secrets: Annotated[list[PullSecret], Field(max_length=10)] = []
    """Secrets with credentials of private registries."""
    size: SizeName | None = None
    """Preset of CPU and memory. Default: medium."""
    resources: Resources = Resources()
    """Single amounts instead of the size's; a request above the size's limit raises that limit."""
    command: Words = []
    """Entry point. Default: the image's."""
    args: Words = []
    """Arguments of the entry point."""
    env: EnvVars = []
    """Variables of the service. They win over whole Secrets and ConfigMaps (envFrom)."""
    secret_refs: Annotated[list[SecretRef], Field(max_length=20)] = []
    """Secrets as variables. Of two taken as a whole, the later wins."""
    config_map_refs: Annotated[list[ConfigMapRef], Field(max_length=20)] = []
    """ConfigMaps as variables. They lose against Secrets."""
    init_container: InitContainer | None = None
    """Container `run-migrations`, run to its end before the service starts."""
    http_port: Port | None = None
    """Port of the service's HTTP server; given, it is also in the variable PORT. Default: 8080."""
    health_path: UrlPath = "/health"
    """Path of the liveness probe."""
    ready_path: UrlPath = "/ready"
    """Path of the readiness probe."""
    probes: Probes = Probes()
    """Overrides of the probes."""
    session_affinity: Literal["None", "ClientIP"] | None = None
    """ClientIP keeps a client at one pod. Default: None."""
    scaling: Scaling = Scaling()
    """How many replicas run, and why."""
    termination_grace_period_seconds: Seconds | None = None
    """Seconds a pod has to end its work; more than the consumer's ack wait is wise. Default: 30, that of Kubernetes."""
    service_account: ServiceAccount = ServiceAccount()
    """The identity of the pods."""
    pod_labels: Labels = {}
    """Further labels of the pods."""
    pod_annotations: Annotations = {}
    """Annotations of the pods."""
    disruption_budget: DisruptionBudget | None = None
    """How many pods a node drain may take at once. Default: no PodDisruptionBudget."""
    topology_spread: Annotated[list[TopologySpread], Field(max_length=8)] = []
    """How the pods are spread over nodes and zones. Default: as the scheduler likes."""
    security_context: SecurityContext = SecurityContext()
    """User and groups of the processes."""
    volumes: Annotated[list[Volume], Field(max_length=32)] = []
    """Empty folders, Secrets and ConfigMaps in the containers' file system."""
    metrics: Metrics | None = None
    """Where Prometheus finds the service's metrics. Default: no monitor."""
