"""A channel of Slack."""

from collections.abc import Mapping
from typing import Literal

from function.apis.infra_binding.l5 import Reference
from function.apis.infra_binding.monitoring.receivers._receiver import Receiver
from function.base.manifest import Json, Manifest


class Model(Receiver):
    """A channel of Slack, which has the name of the receiver."""

    type: Literal["slack"]
    webhook_url: Reference
    """Address of the incoming webhook, which is a credential."""

    def credential(self) -> str:
        """Return the reference to the address."""
        return self.webhook_url

    def settings(self, credential: Mapping[str, Json]) -> Manifest:
        """Return the channel; it is also told when the alert ends."""
        return {"slackConfigs": [{"channel": f"#{self.name}", "apiURL": credential, "sendResolved": True}]}
