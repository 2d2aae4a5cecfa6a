"""Lag of another JetStream consumer (KEDA scaler nats-jetstream)."""

from collections.abc import Iterator
from typing import Literal

from function.apis.event_driven_service.policy_nats import nats_breaches
from function.apis.event_driven_service.triggers._trigger import NatsSource, Trigger
from function.base.address_types import HostPort
from function.base.manifest import Manifest, present
from function.base.problems import Problem
from function.base.types import NatsAccount, NatsName, Threshold
from function.platform.config import PlatformConfig


class Model(Trigger):
    """Scale on the lag of another JetStream consumer."""

    type: Literal["nats-jetstream"]
    stream: NatsName
    """Name of the existing JetStream stream."""
    consumer: NatsName
    """Name of the existing durable consumer."""
    account: NatsAccount | None = None
    """Account that owns the stream. Default: the account of the service."""
    monitoring_endpoint: HostPort | None = None
    """NATS monitoring endpoint (host:port). Default: the endpoint of the service."""
    lag_threshold: Threshold | None = None
    """Target number of pending messages per replica. Default: 5."""
    activation_lag_threshold: Threshold | None = None
    """Number of pending messages above which a service is started from zero replicas."""

    def keda(self, source: NatsSource) -> Manifest:
        """Return the trigger."""
        return present(
            {
                "type": self.type,
                "name": self.name,
                "metadata": metadata(
                    source=NatsSource(
                        endpoint=self.monitoring_endpoint or source.endpoint,
                        account=self.account or source.account,
                        lag_threshold=self.lag_threshold or source.lag_threshold,
                        https=source.https,
                    ),
                    stream=self.stream,
                    consumer=self.consumer,
                    activation_lag_threshold=self.activation_lag_threshold,
                ),
            }
        )

    def breaches(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield a stream, an account or an endpoint that the platform does not list."""
        yield from nats_breaches(
            path,
            stream=self.stream,
            account=self.account,
            endpoint=self.monitoring_endpoint,
            namespace=namespace,
            config=config,
        )


def metadata(*, source: NatsSource, stream: str, consumer: str, activation_lag_threshold: int | None) -> Manifest:
    """Return the scaler's metadata; missing values use KEDA's own defaults."""
    return present(
        {
            "natsServerMonitoringEndpoint": source.endpoint,
            "account": source.account,
            "stream": stream,
            "consumer": consumer,
            "lagThreshold": str(source.lag_threshold),
            "activationLagThreshold": None if activation_lag_threshold is None else str(activation_lag_threshold),
            "useHttps": "true" if source.https else None,
        }
    )
