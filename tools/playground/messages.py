"""Messages for the services: `python -m tools.playground.messages publish STREAM COUNT`.

`consume STREAM CONSUMER COUNT` reads them in place of the workers, which are simulated here.
"""

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable

import nats
from nats.errors import Error
from nats.js import JetStreamContext

from tools.playground import options
from tools.playground.parts.nats import PORT
from tools.playground.problem import Problem

_BATCH = 50
_SECONDS = 10.0


def main() -> int:
    """Publish to or consume from a stream of the playground; 2 if that fails."""
    given = _parser().parse_args()
    try:
        address = _address(given)
        if given.command == "publish":
            publish(address, given.stream, given.count)
        else:
            consume(address, given.stream, given.consumer, given.count)
    except Problem as problem:
        sys.stderr.write(f"messages: {problem}\n")
        return 2
    except (Error, OSError) as error:
        sys.stderr.write(f"messages: {given.stream}: {error}\n")
        return 2
    return 0


def _address(given: argparse.Namespace) -> str:
    facts = options.state(given).facts()
    if facts is None or not facts.keda:
        raise Problem(f"there is no playground {given.name} with NATS. start it: make playground")
    return f"nats://{facts.address}:{PORT}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="messages", description=__doc__)
    options.add_name(parser)
    options.add_kind(parser)
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
    """Read messages from a stream as a worker would, and acknowledge each."""

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
