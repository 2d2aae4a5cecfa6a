"""A connection to a broker, over which one request is sent at a time."""

import socket
import struct
import time

from function.base.preflight import UNEXPECTED
from function.preflight.failure import Failure
from function.preflight.kafka.encoding import Reader, text
from function.preflight.received import received

_CLIENT = "function-event-platform-preflight"
"""The name of the client, which brokers write to their logs."""
_LARGEST = 4 * 1024 * 1024
"""Enough for a topic with tens of thousands of partitions."""


class Broker:
    """Closes the connection at the end of a `with` statement."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._seconds = connection.gettimeout() or 0.0
        self._sent = 0

    def __enter__(self) -> "Broker":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def answer(self, request: int, version: int, body: bytes) -> Reader:
        """Send a request, by its number; return the whole answer, for which the broker has the time of one step."""
        self._sent += 1
        sent = struct.pack(">hhi", request, version, self._sent) + text(_CLIENT) + body
        end = time.monotonic() + self._seconds
        self._connection.settimeout(self._seconds)
        self._connection.sendall(struct.pack(">i", len(sent)) + sent)
        size = int.from_bytes(received(self._connection, 4, end), signed=True)
        if not 4 <= size <= _LARGEST:
            raise Failure(UNEXPECTED)
        content = Reader(received(self._connection, size, end))
        if content.int32() != self._sent:
            raise Failure(UNEXPECTED)
        return content
