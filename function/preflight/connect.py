"""One attempt to reach a server. It gets only a TLS handshake or a question, and nothing that it says is kept."""

import socket
import ssl
from collections.abc import Callable
from contextlib import closing

from function.base.preflight import CLOSED, FORBIDDEN, NO_TLS, PASSED, REFUSED, TIMEOUT, UNRESOLVED, Endpoint
from function.preflight.registry import asked

_MOST_ADDRESSES = 4
"""A name may have hundreds."""


def attempt(endpoint: Endpoint, seconds: float, refusal: Callable[[str], str | None]) -> str:
    """Return the result for a server; each step may take `seconds`, and `refusal` says which addresses are forbidden.

    The address that was judged is the one that is connected to. If any address of a name is forbidden, none is used.
    """
    try:
        found = socket.getaddrinfo(endpoint.host, endpoint.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return UNRESOLVED
    addresses = [(family, target) for family, _, _, _, target in found]
    if any(refusal(str(target[0])) is not None for _, target in addresses):
        return FORBIDDEN
    result = UNRESOLVED
    for family, target in addresses[:_MOST_ADDRESSES]:
        result = _reached(endpoint, seconds, family, target)
        if result == PASSED:
            break
    return result


def _reached(endpoint: Endpoint, seconds: float, family: int, target: tuple[str | int, ...] | tuple[int, bytes]) -> str:
    try:
        with closing(socket.socket(family, socket.SOCK_STREAM)) as connection:
            connection.settimeout(seconds)
            connection.connect(target)
            return _handshake(connection, endpoint) if endpoint.tls else _answer(connection, endpoint)
    except TimeoutError:
        return TIMEOUT
    except ConnectionRefusedError:
        return REFUSED
    except OSError:
        return CLOSED


def _handshake(connection: socket.socket, endpoint: Endpoint) -> str:
    """Return whether the server speaks TLS. Its certificate is for its clients to verify: only they have their CAs."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        encrypted = context.wrap_socket(connection, server_hostname=endpoint.host)
    except TimeoutError:
        return TIMEOUT
    except (OSError, ValueError):
        return NO_TLS
    with encrypted:
        return _answer(encrypted, endpoint)


def _answer(connection: socket.socket, endpoint: Endpoint) -> str:
    return asked(connection, endpoint) if endpoint.path else PASSED
