"""The height of the tide."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.event_driven_service.triggers._trigger import NatsSource, Trigger
from function.base.manifest import Manifest, present


class Model(Trigger):
    """Scale with the tide."""

    type: Literal["tide"]
    harbour: Annotated[str, Field(min_length=1, max_length=64)]
    """Name of the harbour."""
    height: Annotated[int, Field(ge=1, le=20)] = 3
    """Metres above low water."""

    def keda(self, source: NatsSource) -> Manifest:
        """Return the trigger."""
        metadata: Manifest = {"harbour": self.harbour, "height": str(self.height)}
        return present({"type": self.type, "name": self.name, "metadata": metadata})
