"""TLS as PostgreSQL begins it: the client asks for it, and the server answers with one letter."""

import socket
import struct

from function.base.preflight import CLOSED, NO_TLS, UNEXPECTED
from function.preflight.failure import Failure
from function.preflight.tls import unverified

_REQUEST = struct.pack(">ii", 8, 80877103)
OFFERED, REQUIRED = "offered", "required"
"""Whether clients also connect without TLS if the server has none."""


def encrypted(connection: socket.socket, host: str, wanted: str) -> socket.socket:
    """Return the connection, with TLS if clients use it.

    They do not verify the server either. So the login must not reveal the password to it.
    """
    if not wanted:
        return connection
    connection.sendall(_REQUEST)
    answer = connection.recv(1)
    if answer == b"S":
        return unverified(connection, host)
    if answer == b"N":
        if wanted == REQUIRED:
            raise Failure(NO_TLS)
        return connection
    raise Failure(UNEXPECTED if answer else CLOSED)
