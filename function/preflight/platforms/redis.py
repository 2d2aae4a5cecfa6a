"""Asks Redis whether a login may read keys as the applications do. Of an answer, only its beginning is received."""

import socket
from collections.abc import Callable

from function.base.preflight import (
    CLOSED,
    LOGIN_REFUSED,
    NOT_READABLE,
    PASSED,
    UNAVAILABLE,
    UNEXPECTED,
    UNKNOWN_DATABASE,
)
from function.base.preflight_target import Endpoint, Question
from function.preflight.credentials import Credentials
from function.preflight.failure import Failure

_READ = {
    "string": ("GET", "{}"),
    "hash": ("HGET", "{}", "preflight"),
    "fields": ("HGETALL", "{}"),
    "set": ("SMEMBERS", "{}"),
    "zset": ("ZRANGE", "{}", "0", "0"),
}
"""What is sent to read a key, by what the keys hold."""
_ANSWERS = b"+-:$*_,#=(%~"
"""How answers begin."""
_ERRORS = {
    "NOPERM": NOT_READABLE,
    "NOAUTH": LOGIN_REFUSED,
    "WRONGPASS": LOGIN_REFUSED,
    "DENIED": LOGIN_REFUSED,
    "WRONGTYPE": PASSED,
    "MOVED": PASSED,
    "ASK": PASSED,
    "LOADING": UNAVAILABLE,
    "MASTERDOWN": UNAVAILABLE,
    "CLUSTERDOWN": UNAVAILABLE,
    "BUSY": UNAVAILABLE,
    "TRYAGAIN": UNAVAILABLE,
}
"""What the words mean with which errors begin. Redis looks for the right to read before it looks for the key."""
_LONGEST = 32


def asked(question: Question, credentials: Credentials, connect: Callable[[Endpoint], socket.socket]) -> str:
    """Return whether the login may read a key such as those of the binding."""
    settings = dict(question.settings)
    with connect(question.servers[0]) as connection:
        if "password" in credentials.named:
            user, password = credentials.user(settings.get("username", ""))
            if _said(connection, "AUTH", user, password) is not None:
                return LOGIN_REFUSED
        database = settings.get("database", "0")
        if database != "0":
            refused = _said(connection, "SELECT", database)
            if refused is not None:
                return _ERRORS.get(refused, UNKNOWN_DATABASE)
        refused = _said(connection, *(word.format(settings["key"]) for word in _READ[settings["holds"]]))
        return PASSED if refused is None else _ERRORS.get(refused, UNEXPECTED)


def _said(connection: socket.socket, *words: str) -> str | None:
    """Send a command; return the first word of an error, or None for any other answer."""
    encoded = [word.encode() for word in words]
    sent = b"*%d\r\n" % len(encoded) + b"".join(b"$%d\r\n%s\r\n" % (len(word), word) for word in encoded)
    connection.sendall(sent)
    first = _received(connection)
    if first not in _ANSWERS:
        raise Failure(UNEXPECTED)
    line = bytearray()
    while not line.endswith(b"\n"):
        line += _received(connection)
        if first == b"-" and line.endswith(b" "):
            break
        if len(line) > _LONGEST:
            raise Failure(UNEXPECTED)
    return line.decode("ascii", errors="replace").strip() if first == b"-" else None


def _received(connection: socket.socket) -> bytes:
    found = connection.recv(1)
    if not found:
        raise Failure(CLOSED)
    return found
