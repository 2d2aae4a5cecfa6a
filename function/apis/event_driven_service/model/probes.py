"""Health checks of the main container."""

from function.base.model import Spec
from function.base.types import PositiveCount, PositiveSeconds, Seconds, UrlPath


class Probe(Spec):
    """An HTTP probe on the http port. What is left out keeps the default of that probe."""

    enabled: bool = True
    """Set to false to leave the probe out."""
    path: UrlPath | None = None
    """Path to ask for. Default: healthPath (liveness, startup) or readyPath (readiness)."""
    initial_delay_seconds: Seconds | None = None
    """Seconds from the container's start to the first check."""
    period_seconds: PositiveSeconds | None = None
    """Seconds between two checks."""
    timeout_seconds: PositiveSeconds | None = None
    """Seconds until a check counts as failed."""
    failure_threshold: PositiveCount | None = None
    """Failures in a row until the probe counts as failed."""


class Probes(Spec):
    """Overrides of the probes."""

    liveness: Probe = Probe()
    """Restarts the container when it fails. Default: 10 s delay, every 10 s, 5 s timeout, 3 failures."""
    readiness: Probe = Probe()
    """Takes the pod out of the Service while it fails. Default: 5 s delay, every 5 s, 3 s timeout, 2 failures."""
    startup: Probe | None = None
    """Holds the other probes back until it succeeds once; for slow starters. Default: none."""
