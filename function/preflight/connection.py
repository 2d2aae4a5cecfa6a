"""Connections to servers. A name is resolved once, and the address that was judged is the one that is connected to."""

import socket
from collections.abc import Callable
from typing import TypeAlias

from function.base.preflight import FORBIDDEN, REFUSED, TIMEOUT, UNRESOLVED
from function.base.preflight_target import Endpoint
from function.preflight.failure import Failure

_MOST_ADDRESSES = 4
"""A name may have hundreds."""

Refusal: TypeAlias = Callable[[str], str | None]
"""Says why an address is forbidden, None if it is not."""
Address: TypeAlias = tuple[int, tuple[str | int, ...] | tuple[int, bytes]]
"""The family of an address, and what sockets call the address."""


def addresses(endpoint: Endpoint, refusal: Refusal) -> list[Address]:
    """Return some addresses of a server. If any address of a name is forbidden, none may be used."""
    try:
        found = socket.getaddrinfo(endpoint.host, endpoint.port, type=socket.SOCK_STREAM)
    except (OSError, ValueError):  # a name with a zero byte is a ValueError
        raise Failure(UNRESOLVED) from None
    if any(refusal(str(target[0])) is not None for _, _, _, _, target in found):
        raise Failure(FORBIDDEN)
    return [(family, target) for family, _, _, _, target in found[:_MOST_ADDRESSES]]


def connected(endpoint: Endpoint, seconds: float, refusal: Refusal) -> socket.socket:
    """Return a connection to the first address that accepts it; each step of it may take `seconds`."""
    result = UNRESOLVED
    for family, target in addresses(endpoint, refusal):
        connection = socket.socket(family, socket.SOCK_STREAM)
        connection.settimeout(seconds)
        try:
            connection.connect(target)
        except OSError as error:
            connection.close()
            result = TIMEOUT if isinstance(error, TimeoutError) else REFUSED
        else:
            return connection
    raise Failure(result)
