"""The claims of an earlier composition: their deprecated fields, and what a service keeps from before."""

from typing import Annotated, Literal

from function.apis.event_driven_service.model.service import EventDrivenService
from function.base.int_or_string import IntOrString
from function.base.model import Spec
from function.base.port import LAST_PORT
from function.base.rule import Rule
from function.base.text import Text
from function.base.types import DnsSubdomain, PositiveCount, PositiveSeconds, Seconds, UrlPath

ProbePort = Annotated[
    str,
    Text("^([0-9]{1,5}|http)$", meaning=f"a port from 1 to {LAST_PORT}, or http", example="8080", max_length=5),
    IntOrString(),
]
SLOTS = tuple(f"secret{slot}_name" for slot in range(1, 6))
"""The names of the fields for Secrets."""
PROBES = {"liveness_probe": "liveness", "readiness_probe": "readiness"}
"""The names of the fields for probes, with what replaces them in `probes`."""
EARLIER_SIZE = "micro"
"""A size that only the earlier composition has built in."""


class HttpGet(Spec):
    """An HTTP request."""

    rules = (
        Rule(
            cel=f"self.port == 'http' || (int(self.port) >= 1 && int(self.port) <= {LAST_PORT})",
            message=f"must be a port from 1 to {LAST_PORT}, or http",
            field="port",
            holds=lambda request: request.port == "http" or 1 <= int(request.port) <= LAST_PORT,
            got=lambda request: request.port,
        ),
    )

    path: UrlPath | None = None
    """Path of the request. Default: /."""
    port: ProbePort
    """Port of the request: a number, or http for the http port."""
    scheme: Literal["HTTP", "HTTPS"] | None = None
    """Scheme of the request. Default: HTTP."""


class KubernetesProbe(Spec):
    """A probe as Kubernetes spells it, with the defaults of Kubernetes."""

    http_get: HttpGet
    """The request."""
    initial_delay_seconds: Seconds | None = None
    """Seconds between the start of the container and the first probe. Default: 0."""
    period_seconds: PositiveSeconds | None = None
    """Interval between probes in seconds. Default: 10."""
    timeout_seconds: PositiveSeconds | None = None
    """Seconds after which a probe times out. Default: 1."""
    success_threshold: PositiveCount | None = None
    """Number of consecutive successes after which the check is considered successful. Default: 1."""
    failure_threshold: PositiveCount | None = None
    """Number of consecutive failures after which the check is considered failed. Default: 3."""


class Takeover(Spec):
    """What a service keeps from the earlier composition."""

    http_service: bool = True
    """Set to false to delete the second Service, <name>-http, if it exists."""
    init_container: bool = False
    """Set to true to run initContainer, which the earlier composition ignored."""


def _replaced(field: str, name: str) -> Rule:
    probe = PROBES[name]
    return Rule(
        cel=f"!has(self.{field}) || !has(self.probes) || !has(self.probes.{probe})",
        message=f"{field} and probes.{probe} are mutually exclusive",
        hint=f"remove {field}, which is deprecated",
        field=field,
        holds=lambda spec: getattr(spec, name) is None or probe not in spec.probes.model_fields_set,
    )


class TakenOverService(EventDrivenService):
    """A worker that consumes a NATS JetStream stream and scales with its lag, as an earlier composition knew it."""

    rules = (
        *EventDrivenService.rules,
        _replaced("livenessProbe", "liveness_probe"),
        _replaced("readinessProbe", "readiness_probe"),
        Rule(
            cel="!has(self.livenessProbe) || !has(self.livenessProbe.successThreshold)"
            " || self.livenessProbe.successThreshold == 1",
            message="must be 1, the only value that Kubernetes accepts for liveness probes",
            field="livenessProbe.successThreshold",
            holds=lambda spec: spec.liveness_probe is None or spec.liveness_probe.success_threshold in (None, 1),
        ),
    )

    secret1_name: DnsSubdomain | None = None
    """Deprecated: use secretRefs. Secret whose keys become variables, if it exists."""
    secret2_name: DnsSubdomain | None = None
    """Deprecated: use secretRefs. Secret whose keys become variables, if it exists."""
    secret3_name: DnsSubdomain | None = None
    """Deprecated: use secretRefs. Secret whose keys become variables, if it exists."""
    secret4_name: DnsSubdomain | None = None
    """Deprecated: use secretRefs. Secret whose keys become variables, if it exists."""
    secret5_name: DnsSubdomain | None = None
    """Deprecated: use secretRefs. Secret whose keys become variables, if it exists."""
    liveness_probe: KubernetesProbe | None = None
    """Deprecated: use probes.liveness. The liveness probe as Kubernetes spells it."""
    readiness_probe: KubernetesProbe | None = None
    """Deprecated: use probes.readiness. The readiness probe as Kubernetes spells it."""
    takeover: Takeover = Takeover()
    """What the service keeps from the earlier composition."""
