"""What becomes of traces: configuration of jobs, and what applications need in order to send theirs."""

from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.monitoring.tracing import Tracer
from function.apis.infra_binding.monitors.monitor import Monitor
from function.apis.infra_binding.names import bound_name
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.meta import Meta
from function.delivery.resource import Resource
from function.manifests import instrumentation
from function.platform.config import PlatformConfig

INSTRUMENTATION = Part(
    key="instrumentation",
    kind=instrumentation.KIND.kind,
    made="for a binding with traces as OTLP and `PlatformConfig.spec.tracing.instrumentation`",
)
_TRACING = "tracing"
_SWITCHED_OFF = (
    "PlatformConfig.spec.tracing.instrumentation is not set; monitoring.yaml says how applications send traces"
)


def tracing(tracer: Tracer, meta: Meta, config: PlatformConfig) -> Monitor:
    """Return the Instrumentation to which the pods of applications can refer."""
    return Monitor(
        name=_TRACING,
        physical=tracer.type,
        made=_made(tracer, meta, config),
        wants=[INSTRUMENTATION.of(_TRACING)] if tracer.otlp() is not None else [],
        described={"client": tracer.client()},
        changed=dict(tracer.changed()),
    )


def _made(tracer: Tracer, meta: Meta, config: PlatformConfig) -> Made:
    sent = tracer.for_applications()
    if sent is None:
        return Made(unmanaged="only applications can send traces there; monitoring.yaml says how")
    if not config.tracing.instrumentation:
        return Made(unmanaged=_SWITCHED_OFF)
    name = bound_name(meta.name, _TRACING)
    manifest = instrumentation.manifest(
        meta, name=name, endpoint=sent.endpoint, protocol=sent.protocol, sampling_rate=tracer.sampling_rate
    )
    return Made(own=(Resource(INSTRUMENTATION.of(_TRACING), manifest, about=WORKLOAD_AVAILABLE),))
