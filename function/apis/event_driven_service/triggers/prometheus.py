"""The value of a Prometheus query (KEDA scaler prometheus)."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from function.apis.breach import breach
from function.apis.event_driven_service.triggers._trigger import NatsSource, Trigger
from function.base.address_types import HttpUrl
from function.base.manifest import Manifest, present
from function.base.marks import MayHoldSecret
from function.base.problems import Problem, join
from function.base.text import Text
from function.base.types import FreeText
from function.platform.config import PlatformConfig

Number = Annotated[
    str, Text("^[0-9]+([.][0-9]+)?$", meaning="a number in quotes, such as '0.5'", example="100", max_length=32)
]


class Model(Trigger):
    """Scale on the value of a Prometheus query."""

    type: Literal["prometheus"]
    server_address: HttpUrl
    """Address of the Prometheus server, without credentials."""
    query: Annotated[FreeText, Field(min_length=1), MayHoldSecret()]
    """PromQL query that returns a single value."""
    threshold: Number
    """Target value per replica, in quotes."""
    activation_threshold: Number | None = None
    """Value above which a service is started from zero replicas, in quotes."""

    def keda(self, source: NatsSource) -> Manifest:
        """Return the trigger."""
        return present(
            {
                "type": self.type,
                "name": self.name,
                "metadata": present(
                    {
                        "serverAddress": self.server_address,
                        "query": self.query,
                        "threshold": self.threshold,
                        "activationThreshold": self.activation_threshold,
                    }
                ),
            }
        )

    def breaches(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield the server if the platform does not list it."""
        allowed = config.policy.prometheus_addresses
        if allowed is not None and self.server_address.rstrip("/") not in [address.rstrip("/") for address in allowed]:
            yield breach(join(path, "serverAddress"), "the server is not listed", "prometheusAddresses")
