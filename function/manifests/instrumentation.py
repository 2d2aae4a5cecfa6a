"""Instrumentation (opentelemetry.io/v1alpha1): how the OpenTelemetry operator instruments pods that refer to it."""

from function.base.kind import Kind
from function.base.manifest import Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="opentelemetry.io/v1alpha1", kind="Instrumentation", plural="instrumentations")


def manifest(meta: Meta, *, name: str, endpoint: str, protocol: str, sampling_rate: float | None) -> Manifest:
    """Return the settings: traces are sent to `endpoint`; a part of them is sampled, or as the SDK decides.

    Metrics and logs, which SDKs would send there too, are not sent.
    """
    sampler: Manifest = {"type": "parentbased_traceidratio", "argument": str(sampling_rate)}
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        "spec": present(
            {
                "exporter": {"endpoint": endpoint},
                "env": [
                    {"name": "OTEL_EXPORTER_OTLP_PROTOCOL", "value": protocol},
                    {"name": "OTEL_METRICS_EXPORTER", "value": "none"},
                    {"name": "OTEL_LOGS_EXPORTER", "value": "none"},
                ],
                "propagators": ["tracecontext", "baggage"],
                "sampler": sampler if sampling_rate is not None else None,
            }
        ),
    }
