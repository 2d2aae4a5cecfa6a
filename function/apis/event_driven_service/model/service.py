"""The model of EventDrivenService: a NATS JetStream worker with autoscaling."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.event_driven_service import habits
from function.apis.event_driven_service.model.binding_ref import BindingRef
from function.apis.event_driven_service.model.binding_rules import BINDING_RULES
from function.apis.event_driven_service.model.env import ConfigMapRef, EnvVars, SecretRef
from function.apis.event_driven_service.model.nats import Nats
from function.apis.event_driven_service.model.pod import DisruptionBudget, SecurityContext, TopologySpread, Volume
from function.apis.event_driven_service.model.probes import Probes
from function.apis.event_driven_service.model.rules import RULES, init_container_rules
from function.apis.event_driven_service.model.scaling import Scaling
from function.base.marks import MayHoldSecret, Shape
from function.base.model import Spec
from function.base.types import (
    DnsLabel,
    DnsSubdomain,
    FreeText,
    Image,
    LabelKey,
    LabelValue,
    Port,
    PositiveSeconds,
    Seconds,
    UrlPath,
)
from function.platform.resources import Resources
from function.platform.size import SizeName

Labels = Annotated[dict[LabelKey, LabelValue], Field(max_length=32)]
Annotations = Annotated[dict[LabelKey, FreeText], Field(max_length=32), MayHoldSecret()]
Words = Annotated[list[FreeText], Field(max_length=64), MayHoldSecret(), Shape('["./x"]')]


class PullSecret(Spec):
    """A Secret with registry credentials."""

    name: DnsSubdomain
    """Name of the Secret in the claim's namespace."""


class InitContainer(Spec):
    """A container that runs before the main container, such as a migration, with the same environment and volumes."""

    rules = init_container_rules()
    habits = habits.INIT_CONTAINER
    shape = '{command: ["./x"]}'

    command: Words = []
    """Entry point. Default: the image's."""
    args: Words = []
    """Arguments of the entry point."""
    image: Image | None = None
    """Image of the container. Default: the service's."""
    env: EnvVars = []
    """Additional variables of this container. They override the service's variables of the same name."""


class ServiceAccount(Spec):
    """The identity of the pods."""

    habits = habits.SERVICE_ACCOUNT

    annotations: Annotations = {}
    """Annotations of the ServiceAccount, for example for a cloud role."""
    mount_token: bool = False
    """Mount the ServiceAccount's token into the pods. Only services that call the Kubernetes API need it."""


class Metrics(Spec):
    """Prometheus metrics of the service."""

    habits = habits.METRICS

    enabled: bool = True
    """Set to false to create no monitor."""
    port: Port | None = None
    """Port of the metrics endpoint. With another port than the http port, a PodMonitor replaces the ServiceMonitor.
    Default: the http port."""
    path: UrlPath = "/metrics"
    """Path of the metrics endpoint."""


class EventDrivenService(Spec):
    """A worker that consumes a NATS JetStream stream and scales with its lag."""

    rules = (*RULES, *BINDING_RULES)
    habits = habits.SERVICE
    shape = "{image: ghcr.io/example/orders:1.4.2, nats: {stream: ORDERS, consumer: ORDERS}}"

    image: Image
    """Image of the service: registry/name:tag, registry/name@sha256:…, or both."""
    nats: Nats | None = None
    """The stream that the service consumes. Required, unless bindingRef says what the service consumes."""
    image_pull_policy: Literal["Always", "IfNotPresent", "Never"] | None = None
    """When to pull the image. Default: Always if the tag is latest or omitted, otherwise IfNotPresent."""
    image_pull_secrets: Annotated[list[PullSecret], Field(max_length=10)] = []
    """Secrets with credentials for private registries."""
    size: SizeName | None = None
    """Preset for CPU and memory. Default: medium."""
    resources: Resources = Resources()
    """Overrides of single amounts of the size. A request above the size's limit also raises the limit."""
    command: Words = []
    """Entry point. Default: the image's."""
    args: Words = []
    """Arguments of the entry point."""
    env: EnvVars = []
    """Environment variables of the service. They override those from envFrom."""
    secret_refs: Annotated[list[SecretRef], Field(max_length=20)] = []
    """Secrets as environment variables. With envFrom, later Secrets override earlier ones."""
    config_map_refs: Annotated[list[ConfigMapRef], Field(max_length=20)] = []
    """ConfigMaps as environment variables. With envFrom, Secrets override ConfigMaps."""
    binding_ref: BindingRef | None = None
    """What the service takes from an InfraBinding of its namespace: environment variables, and what it scales on."""
    init_container: InitContainer | None = None
    """Container `run-migrations`, which must complete before the service starts."""
    http_port: Port | None = None
    """Port of the service's HTTP server. If set, it is also in the variable PORT. Default: 8080."""
    health_path: UrlPath = "/health"
    """Path of the liveness probe."""
    ready_path: UrlPath = "/ready"
    """Path of the readiness probe."""
    probes: Probes = Probes()
    """Overrides of the probes."""
    session_affinity: Literal["None", "ClientIP"] | None = None
    """ClientIP routes all requests of a client to the same pod. Default: None."""
    scaling: Scaling = Scaling()
    """Number of replicas and autoscaling."""
    progress_deadline_seconds: PositiveSeconds | None = None
    """Seconds that a new revision has to become ready before it is reported as stuck. Default: 600, plus the time that
    the startup probe allows, plus 600 with an init container."""
    termination_grace_period_seconds: Seconds | None = None
    """Seconds that a pod has to shut down. Use more than the consumer's ack wait. Default: 30, as in Kubernetes."""
    service_account: ServiceAccount = ServiceAccount()
    """The identity of the pods."""
    pod_labels: Labels = {}
    """Additional labels of the pods."""
    pod_annotations: Annotations = {}
    """Annotations of the pods."""
    disruption_budget: DisruptionBudget | None = None
    """How many pods may be disrupted at once. Default: no PodDisruptionBudget."""
    topology_spread: Annotated[list[TopologySpread], Field(max_length=8)] = []
    """How pods are spread across nodes and zones. Default: the scheduler decides."""
    security_context: SecurityContext = SecurityContext()
    """User and groups of the processes, and access to the root filesystem."""
    volumes: Annotated[list[Volume], Field(max_length=32)] = []
    """Empty directories, Secrets and ConfigMaps to mount into the containers."""
    metrics: Metrics | None = None
    """Prometheus metrics of the service. Default: no monitor."""
    connections: Annotated[list[DnsLabel], Field(max_length=16)] = []
    """Names of the platform's connections to open, such as databases. They matter only if the platform enables network
    policies, which otherwise allow NATS and DNS alone."""
