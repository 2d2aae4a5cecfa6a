"""A connection to a PostgreSQL server, over which messages are sent and received."""

import socket
import struct
import time

from function.base.preflight import UNEXPECTED
from function.preflight.failure import Failure
from function.preflight.postgresql.error import meaning
from function.preflight.received import received

_LONGEST = 16 * 1024
"""Of a message: errors and notices contain texts of the server."""
_MOST = 100
"""Messages of a session: after a login, a server says some twenty settings, each in one of its own."""
_IGNORED = b"NSAK"
"""Notices, settings, notifications, and how to cancel a request."""
_ERROR = b"E"


class Session:
    """Closes the connection at the end of a `with` statement."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._seconds = connection.gettimeout() or 0.0
        self._end = time.monotonic() + self._seconds
        self._left = _MOST

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def send(self, *messages: tuple[bytes, bytes]) -> None:
        """Send messages with their types; the first one has none. The answers have the time of one step."""
        self._end = time.monotonic() + self._seconds
        self._connection.settimeout(self._seconds)
        self._connection.sendall(b"".join(kind + struct.pack(">i", len(body) + 4) + body for kind, body in messages))

    def receive(self) -> tuple[bytes, bytes]:
        """Return type and content of the next message that matters; an error ends the attempt."""
        while self._left:
            self._left -= 1
            head = received(self._connection, 5, self._end)
            size = int.from_bytes(head[1:], signed=True) - 4
            if not 0 <= size <= _LONGEST:
                raise Failure(UNEXPECTED)
            kind, body = head[:1], received(self._connection, size, self._end)
            if kind == _ERROR:
                raise Failure(meaning(body))
            if kind not in _IGNORED:
                return kind, body
        raise Failure(UNEXPECTED)
