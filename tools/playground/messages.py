"""Messages for services to read: `python -m tools.playground.messages publish STREAM COUNT`.

`consume STREAM CONSUMER COUNT` takes them as the workers would, which are only played here.
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Awaitable, Callable

import nats
from nats.errors import Error
from nats.js import JetStreamContext

from tools.playground.parts.nats import PORT
from tools.playground.state import State

_BATCH = 50
_SECONDS = 10.0


def main() -> int:
    """Publish to or consume from a stream of the playground; 2 if that cannot be done."""
    options = _parser().parse_args()
    facts = State(options.name).facts()
    if facts is None or not facts.keda:
        sys.stderr.write(f"messages: there is no playground {options.name} with NATS. start it: make playground\n")
        return 2
    address = f"nats://{facts.address}:{PORT}"
    try:
        if options.command == "publish":
            publish(address, options.stream, options.count)
        else:
            consume(address, options.stream, options.consumer, options.count)
    except (Error, TimeoutError) as error:
        sys.stderr.write(f"messages: {options.stream}: {error}\n")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="messages", description=__doc__)
    parser.add_argument("--name", default=os.environ.get("PLAYGROUND", "playground"), help="of the playground")
    commands = parser.add_subparsers(dest="command", required=True)
    for command, words in (("publish", ("stream",)), ("consume", ("stream", "consumer"))):
        added = commands.add_parser(command)
        for word in words:
            added.add_argument(word)
        added.add_argument("count", type=int)
    return parser


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


if __name__ == "__main__":
    sys.exit(main())
