"""One attempt to reach a server. It gets only a TLS handshake or a question, and nothing that it says is kept."""

import socket
from contextlib import closing

from function.base.preflight import CLOSED, PASSED, REFUSED, TIMEOUT, UNRESOLVED
from function.base.preflight_target import Endpoint
from function.preflight.connection import Address, Refusal, addresses
from function.preflight.failure import Failure
from function.preflight.registry import asked
from function.preflight.tls import unverified


def attempt(endpoint: Endpoint, seconds: float, refusal: Refusal) -> str:
    """Return the result for a server, whose addresses are tried until one passes; each step may take `seconds`."""
    try:
        found = addresses(endpoint, refusal)
    except Failure as failure:
        return str(failure)
    result = UNRESOLVED
    for address in found:
        result = _reached(endpoint, seconds, address)
        if result == PASSED:
            break
    return result


def _reached(endpoint: Endpoint, seconds: float, address: Address) -> str:
    family, target = address
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
    try:
        encrypted = unverified(connection, endpoint.host)
    except Failure as failure:
        return str(failure)
    with encrypted:
        return _answer(encrypted, endpoint)


def _answer(connection: socket.socket, endpoint: Endpoint) -> str:
    return asked(connection, endpoint) if endpoint.path else PASSED
