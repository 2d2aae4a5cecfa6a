"""Finds a server that answers for all of its kind."""

import socket
from collections.abc import Callable

from function.base.preflight import UNEXPECTED
from function.base.preflight_target import Endpoint
from function.preflight.failure import Failure


def reached(
    servers: tuple[Endpoint, ...], connect: Callable[[Endpoint], socket.socket]
) -> tuple[Endpoint, socket.socket]:
    """Return the first server that accepts a connection: clients need only one. A login is tried at no other."""
    failure = Failure(UNEXPECTED)
    for server in servers:
        try:
            return server, connect(server)
        except Failure as failed:
            failure = failed
    raise failure
