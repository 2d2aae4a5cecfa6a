"""Logs in to a PostgreSQL server, with nothing but SCRAM: it never reveals the password."""

import struct
import unicodedata
from collections.abc import Mapping

from function.base.preflight import LOGIN_REFUSED, NO_CREDENTIALS, OTHER_LOGIN, UNEXPECTED
from function.preflight.failure import Failure
from function.preflight.postgresql.session import Session
from function.preflight.scram import Scram

_VERSION = struct.pack(">i", 196608)
_MECHANISM = "SCRAM-SHA-256"
_OK, _SASL, _CONTINUE, _FINAL = 0, 10, 11, 12
_AUTHENTICATION, _READY = b"R", b"Z"


def log_in(session: Session, settings: Mapping[str, str], password: str | None) -> None:
    """Log in with the settings of the session, such as user and database; return when the server is ready.

    A server that trusts the user without a password is believed, as clients believe it: it learns nothing.
    """
    if any("\0" in value for value in settings.values()):
        raise Failure(NO_CREDENTIALS)
    pairs = "".join(f"{name}\0{value}\0" for name, value in settings.items() if value)
    session.send((b"", _VERSION + pairs.encode() + b"\0"))
    number, content = _asked(session)
    if number == _SASL:
        _scram(session, content.split(b"\0"), password)
        number, _ = _asked(session)
    if number != _OK:
        raise Failure(OTHER_LOGIN)
    if session.receive()[0] != _READY:
        raise Failure(UNEXPECTED)


def _scram(session: Session, mechanisms: list[bytes], password: str | None) -> None:
    if _MECHANISM.encode() not in mechanisms:
        raise Failure(OTHER_LOGIN)
    if password is None:
        raise Failure(LOGIN_REFUSED)
    # the user is known already; passwords are compared as RFC 4013 normalizes them
    scram = Scram(_MECHANISM, "", unicodedata.normalize("NFKC", password))
    first = scram.first()
    session.send((b"p", _MECHANISM.encode() + b"\0" + struct.pack(">i", len(first)) + first))
    session.send((b"p", scram.final(_said(session, _CONTINUE))))
    scram.verify(_said(session, _FINAL))


def _said(session: Session, expected: int) -> bytes:
    """Return what the server says in a step of the login, none of which it may leave out."""
    number, content = _asked(session)
    if number != expected:
        raise Failure(LOGIN_REFUSED)
    return content


def _asked(session: Session) -> tuple[int, bytes]:
    kind, body = session.receive()
    if kind != _AUTHENTICATION or len(body) < 4:
        raise Failure(UNEXPECTED)
    return int.from_bytes(body[:4]), body[4:]
