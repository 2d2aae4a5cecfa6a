"""Receives a part of an answer whose size is known."""

import socket
import time

from function.base.preflight import CLOSED
from function.preflight.failure import Failure


def received(connection: socket.socket, size: int, end: float) -> bytes:
    """Return so many bytes, all of which must arrive before `end`."""
    found = bytearray()
    while len(found) < size:
        left = end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        connection.settimeout(left)
        part = connection.recv(min(size - len(found), 65536))
        if not part:
            raise Failure(CLOSED)
        found += part
    return bytes(found)
