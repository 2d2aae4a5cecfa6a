"""A statement whose answer is one word. Texts of the binding are parameters, never parts of the statement."""

import struct

from function.base.preflight import UNEXPECTED
from function.preflight.failure import Failure
from function.preflight.postgresql.session import Session

_ROW, _READY = b"D", b"Z"
_DONE = (b"1", b"2", b"C")
"""Parsed, bound, and completed."""


def word(session: Session, statement: str, *parameters: str) -> str:
    """Return the only column of the only row."""
    values = b"".join(struct.pack(">i", len(value)) + value for value in map(str.encode, parameters))
    session.send(
        (b"P", b"\0" + statement.encode() + b"\0\0\0"),
        (b"B", b"\0\0\0\0" + struct.pack(">h", len(parameters)) + values + b"\0\0"),
        (b"E", b"\0\0\0\0\0"),
        (b"S", b""),
    )
    found = ""
    while True:
        kind, body = session.receive()
        if kind == _READY:
            return found
        if kind == _ROW and not found:
            found = _only(body)
        elif kind not in _DONE:
            raise Failure(UNEXPECTED)


def _only(row: bytes) -> str:
    head, value = row[:6], row[6:]
    if head != struct.pack(">hi", 1, len(value)):
        raise Failure(UNEXPECTED)
    return value.decode("ascii", "replace")
