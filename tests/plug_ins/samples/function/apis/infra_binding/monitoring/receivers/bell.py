"""A bell, which is rung by way of Slack."""

from collections.abc import Mapping
from typing import Literal

from function.apis.infra_binding.l5 import Reference
from function.apis.infra_binding.monitoring.receivers._receiver import Receiver
from function.base.manifest import Json, Manifest


class Model(Receiver):
    """A bell."""

    type: Literal["bell"]
    rope: Reference
    """What rings the bell."""

    def credential(self) -> str:
        """Return the rope."""
        return self.rope

    def settings(self, credential: Mapping[str, Json]) -> Manifest:
        """Return the bell."""
        return {"slackConfigs": [{"channel": f"bell-{self.name}", "apiURL": credential}]}
