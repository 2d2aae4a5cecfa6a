"""Messages on the streams that services read."""

import asyncio
from collections.abc import Awaitable, Callable

import nats
from nats.js import JetStreamContext

_BATCH = 50
_SECONDS = 10.0


def publish(address: str, stream: str, count: int) -> None:
    """Add messages to a stream."""

    async def add(jetstream: JetStreamContext) -> None:
        for _ in range(count):
            await jetstream.publish(f"{stream}.job", b"")

    _run(address, add)


def consume(address: str, stream: str, consumer: str, count: int) -> None:
    """Take messages from a stream as a worker would: each is acknowledged."""

    async def take(jetstream: JetStreamContext) -> None:
        subscription = await jetstream.pull_subscribe_bind(consumer, stream)
        taken = 0
        while taken < count:
            messages = await subscription.fetch(min(_BATCH, count - taken), timeout=_SECONDS)
            for message in messages:
                await message.ack()
            taken += len(messages)

    _run(address, take)


def _run(address: str, what: Callable[[JetStreamContext], Awaitable[None]]) -> None:
    async def connected() -> None:
        connection = await nats.connect(address, connect_timeout=int(_SECONDS))
        await what(connection.jetstream())
        await connection.close()

    asyncio.run(connected())
