"""Asks a tower whether its lantern is lit."""

import socket
from collections.abc import Callable

from function.base.preflight import PASSED, UNAVAILABLE
from function.base.preflight_target import Endpoint, Question
from function.preflight.credentials import Credentials


def asked(question: Question, credentials: Credentials, connect: Callable[[Endpoint], socket.socket]) -> str:
    """Return whether it is lit."""
    with connect(question.servers[0]) as connection:
        connection.sendall(question.check.encode())
        return PASSED if connection.recv(1) == b"*" else UNAVAILABLE
