"""NATS with JetStream and its monitoring port, under the host names of the product's defaults."""

import asyncio
from collections.abc import Iterable

import nats
from nats.js.api import AckPolicy, ConsumerConfig

from tools.playground.cluster import Cluster

PORT = 4222
_MONITORING = 8222
_NAMES = ("nats.nats.svc", "nats.nats.svc.cluster.local", "nats-headless.nats.svc.cluster.local")


def start(cluster: Cluster) -> None:
    """Start it, and wait until it answers."""
    cluster.network.add_host("127.0.0.1", *_NAMES)
    settings = cluster.data() / "nats.conf"
    settings.write_text(
        f'server_name: nats-0\nlisten: "0.0.0.0:{PORT}"\nhttp: "0.0.0.0:{_MONITORING}"\n'
        f'jetstream: {{store_dir: "{cluster.data("nats")}"}}\n'
    )
    cluster.start("nats-server", "--config", str(settings))
    cluster.processes.ready("nats-server", lambda: cluster.answers(_MONITORING, "/healthz"), 120)


def url(cluster: Cluster) -> str:
    """Return the address at which this machine reaches it."""
    return f"nats://{cluster.address}:{PORT}"


def add_consumers(address: str, consumers: Iterable[tuple[str, str]]) -> None:
    """Create streams and their durable consumers."""

    async def add() -> None:
        connection = await nats.connect(address, connect_timeout=5)
        stream_api = connection.jetstream()
        for stream, consumer in consumers:
            await stream_api.add_stream(name=stream, subjects=[f"{stream}.>"])
            await stream_api.add_consumer(stream, ConsumerConfig(durable_name=consumer, ack_policy=AckPolicy.EXPLICIT))
        await connection.close()

    asyncio.run(add())
