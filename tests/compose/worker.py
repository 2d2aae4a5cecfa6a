"""A service as its author would write it: it answers probes, and takes one message from its consumer."""

import asyncio
import os
import sys
from pathlib import Path

import nats


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    await writer.drain()
    writer.close()


async def main() -> None:
    """Say when it is ready, and which message came."""
    if not Path(sys.argv[1]).exists():
        raise SystemExit("the migrations have not run")
    if os.environ["DB_PASSWORD"] != "correct $horse":  # noqa: S105 - that of the test
        raise SystemExit("another password")
    connection = await nats.connect(os.environ["NATS_URL"])
    stream, consumer = os.environ["NATS_STREAM_NAME"], os.environ["NATS_CONSUMER_GROUP"]
    subscription = await connection.jetstream().pull_subscribe_bind(consumer=consumer, stream=stream)
    server = await asyncio.start_server(_answer, "127.0.0.1", int(os.environ["PORT"]))
    print("ready", flush=True)
    (message,) = await subscription.fetch(1, timeout=60)
    await message.ack_sync()
    print(message.data.decode(), flush=True)
    server.close()
    await connection.close()


asyncio.run(main())
