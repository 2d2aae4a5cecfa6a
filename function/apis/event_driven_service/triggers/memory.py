"""Memory utilization relative to the request (KEDA scaler memory)."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.event_driven_service.triggers._trigger import NatsSource, Trigger
from function.base.manifest import Manifest, present


class Model(Trigger):
    """Scale on memory utilization. This trigger cannot start a service from zero replicas."""

    type: Literal["memory"]
    utilization: Annotated[int, Field(ge=1, le=1000)]
    """Target average utilization, as a percentage of the container's memory request."""

    def keda(self, source: NatsSource) -> Manifest:
        """Return the trigger."""
        return present(
            {
                "type": self.type,
                "name": self.name,
                "metricType": "Utilization",
                "metadata": {"value": str(self.utilization)},
            }
        )
