"""Asks PostgreSQL whether a login may read a table, and whether the server has room for a pool."""

import socket
from collections.abc import Callable, Mapping

from function.base.preflight import UNEXPECTED
from function.base.preflight_target import Endpoint, Question
from function.preflight.credentials import Credentials
from function.preflight.postgresql.encryption import encrypted
from function.preflight.postgresql.login import log_in
from function.preflight.postgresql.session import Session
from function.preflight.postgresql.statement import word
from function.preflight.postgresql.statements import ANSWERS, ENOUGH, READABLE
from function.preflight.reached import reached

_CLIENT = "function-event-platform-preflight"
"""The name of the client, which servers may write to their logs."""


def asked(question: Question, credentials: Credentials, connect: Callable[[Endpoint], socket.socket]) -> str:
    """Return the result for permissions or for capacity."""
    settings = dict(question.settings)
    user, password = _login(settings, credentials)
    server, plain = reached(question.servers, connect)
    with plain, Session(encrypted(plain, server.host, settings.get("tls", ""))) as session:
        started = {
            "user": user,
            "database": settings.get("database", ""),
            "search_path": settings.get("search_path", ""),
            "client_encoding": "UTF8",
            "application_name": _CLIENT,
        }
        log_in(session, started, password)
        found = _answer(session, question.check, settings)
    return found if found in ANSWERS else UNEXPECTED


def _login(settings: Mapping[str, str], credentials: Credentials) -> tuple[str, str | None]:
    if "password" in credentials.named:
        return credentials.user(settings.get("username", ""))
    return settings.get("username") or credentials.text("username"), None


def _answer(session: Session, check: str, settings: Mapping[str, str]) -> str:
    if check == "capacity":
        return word(session, ENOUGH, settings["pool_size"])
    columns = settings.get("columns", "")
    return word(session, READABLE, settings.get("schema", ""), settings["table"], columns, settings["reads"])
