"""The settings of PlatformConfig about monitors."""

from typing import Annotated

from pydantic import Field

from function.base.model import Spec
from function.base.types import LabelKey, LabelValue


class Monitors(Spec):
    """Settings of PodMonitors and ServiceMonitors."""

    labels: Annotated[dict[LabelKey, LabelValue], Field(max_length=16)] = {}
    """Labels by which Prometheus selects monitors."""
    bindings: bool = False
    """Create a PodMonitor for each Flink job of a binding that has metrics for Prometheus. The cluster needs the
    Prometheus operator. Default: false."""
