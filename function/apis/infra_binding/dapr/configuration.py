"""How the sidecars of a binding's applications work."""

from collections.abc import Iterable, Iterator, Mapping

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.dapr.switched_off import SWITCHED_OFF
from function.apis.infra_binding.member import Made, Member, Part
from function.apis.infra_binding.monitoring.tracing import AnyTracer
from function.apis.infra_binding.names import bound_name
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.manifest import Json
from function.base.meta import Meta
from function.delivery.resource import Resource
from function.manifests import dapr_configuration
from function.platform.config import PlatformConfig

CONFIGURATION = Part(
    key="daprconfiguration",
    kind=dapr_configuration.KIND.kind,
    made="with `dapr.configuration` and `PlatformConfig.spec.dapr.enabled`",
)
_RATE = "0.0001"
"""The part of the traces that Dapr records by itself; a Configuration with traces must say it."""


def configuration_name(binding: str) -> str:
    """Return the name of a binding's Configuration, to which pods refer."""
    return bound_name(binding, "dapr")


class Configuration(Member):
    """Traces, metrics, and logs of the sidecars."""

    singular = "configuration"
    makes = (CONFIGURATION,)

    tracing: AnyTracer | None = None
    """Where sidecars send traces. Default: nowhere."""
    metrics: bool | None = None
    """Whether sidecars serve metrics. Default: true."""
    api_logging: bool | None = None
    """Whether sidecars log each call of their API. Default: false."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the annotation by which pods refer to it."""
        return "dapr.io/config"

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return nothing."""
        return ()

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return the Configuration."""
        if not config.dapr.enabled:
            return Made(unmanaged=SWITCHED_OFF)
        manifest = dapr_configuration.manifest(meta, name=configuration_name(meta.name), spec=self._settings())
        return Made(own=(Resource(CONFIGURATION.of(name), manifest, about=WORKLOAD_AVAILABLE),))

    def changed(self) -> Iterator[tuple[str, str]]:
        """Yield the address if traces are sent to another one."""
        if self.tracing is not None and self.tracing.otlp() not in (None, self.tracing.endpoint):
            yield "tracing.endpoint", f"sidecars send traces as OTLP by gRPC, to {self.tracing.otlp()}"

    def _settings(self) -> dict[str, Json]:
        return {
            "tracing": self._traces(),
            "metric": None if self.metrics is None else {"enabled": self.metrics},
            "logging": None if self.api_logging is None else {"apiLogging": {"enabled": self.api_logging}},
        }

    def _traces(self) -> Json:
        if self.tracing is None:
            return None
        rate = self.tracing.sampling_rate
        return {"samplingRate": _RATE if rate is None else str(rate), **self.tracing.sidecar()}
