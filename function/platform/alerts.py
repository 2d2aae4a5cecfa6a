"""The settings of PlatformConfig about alerts."""

from typing import Annotated

from pydantic import Field

from function.base.model import Spec
from function.base.types import LabelKey, LabelValue

SelectedBy = Annotated[dict[LabelKey, LabelValue], Field(max_length=16)]


class Alerts(Spec):
    """Alerts of bindings. The cluster needs the Prometheus operator."""

    prometheus_rules: bool = False
    """Create a PrometheusRule for each binding that has alerts. Default: false."""
    rule_labels: SelectedBy = {}
    """Labels by which Prometheus selects rules."""
    alertmanager_configs: bool = False
    """Create an AlertmanagerConfig for each binding that has receivers. Default: false."""
    config_labels: SelectedBy = {}
    """Labels by which Alertmanager selects AlertmanagerConfigs."""
