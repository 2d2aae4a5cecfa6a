"""The settings of PlatformConfig about traces."""

from function.base.model import Spec


class Tracing(Spec):
    """Traces of bindings."""

    instrumentation: bool = False
    """Create an Instrumentation for each binding whose traces are sent as OTLP; pods refer to it by an annotation. The
    cluster needs the OpenTelemetry operator. Default: false."""
