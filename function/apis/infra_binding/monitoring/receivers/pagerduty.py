"""A service of PagerDuty."""

from collections.abc import Mapping
from typing import Literal

from function.apis.infra_binding.l5 import Reference
from function.apis.infra_binding.monitoring.receivers._receiver import Receiver
from function.base.manifest import Json, Manifest

_SEVERITY = "{{ .CommonLabels.severity }}"
"""The severity of the alert; PagerDuty has the same ones. Without it, Alertmanager sends `error`."""


class Model(Receiver):
    """A service of PagerDuty, which its key determines."""

    type: Literal["pagerduty"]
    routing_key: Reference
    """Integration key of the service, for the Events API v2."""

    def credential(self) -> str:
        """Return the reference to the key."""
        return self.routing_key

    def settings(self, credential: Mapping[str, Json]) -> Manifest:
        """Return the service; it is also told when the alert ends."""
        return {"pagerdutyConfigs": [{"routingKey": credential, "severity": _SEVERITY, "sendResolved": True}]}
