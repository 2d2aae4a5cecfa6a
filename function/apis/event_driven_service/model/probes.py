"""Health checks of the main container."""

from function.apis.event_driven_service import habits
from function.base.model import Spec
from function.base.types import PositiveCount, PositiveSeconds, Seconds, UrlPath


class Probe(Spec):
    """An HTTP probe on the http port. Fields that are not set keep the default of the probe."""

    habits = habits.PROBE

    enabled: bool = True
    """Set to false to disable the probe."""
    path: UrlPath | None = None
    """Path of the request. Default: healthPath (liveness, startup) or readyPath (readiness)."""
    initial_delay_seconds: Seconds | None = None
    """Seconds between the start of the container and the first probe."""
    period_seconds: PositiveSeconds | None = None
    """Interval between probes in seconds."""
    timeout_seconds: PositiveSeconds | None = None
    """Seconds after which a probe times out."""
    failure_threshold: PositiveCount | None = None
    """Number of consecutive failures after which the check is considered failed."""


class Probes(Spec):
    """Overrides of the probes."""

    liveness: Probe = Probe()
    """Restarts the container when it fails. Default: 10 s delay, every 10 s, 5 s timeout, 3 failures."""
    readiness: Probe = Probe()
    """Removes the pod from the Service while it fails. Default: 5 s delay, every 5 s, 3 s timeout, 2 failures."""
    startup: Probe | None = None
    """Delays the other probes until it succeeds once, for containers that start slowly. Default: none."""
