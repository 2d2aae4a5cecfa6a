"""Logs in to a broker with SASL, if the clients of the binding do."""

from collections.abc import Mapping

from function.base.preflight import LOGIN_REFUSED
from function.preflight.credentials import Credentials
from function.preflight.failure import Failure
from function.preflight.kafka.broker import Broker
from function.preflight.kafka.encoding import data, text
from function.preflight.scram import Scram

_HANDSHAKE, _AUTHENTICATE = 17, 36


def log_in(broker: Broker, settings: Mapping[str, str], credentials: Credentials) -> None:
    """Log in with the mechanism of the settings; without one, there is nothing to do."""
    mechanism = settings.get("mechanism")
    if not mechanism:
        return
    user, password = credentials.user(settings.get("username", ""))
    _start(broker, mechanism)
    if mechanism == "PLAIN":
        _said(broker, f"\0{user}\0{password}".encode())
        return
    scram = Scram(mechanism, user, password)
    scram.verify(_said(broker, scram.final(_said(broker, scram.first()))))


def _start(broker: Broker, mechanism: str) -> None:
    answer = broker.answer(_HANDSHAKE, 1, text(mechanism))
    if answer.int16() != 0:
        raise Failure(LOGIN_REFUSED)


def _said(broker: Broker, message: bytes) -> bytes:
    answer = broker.answer(_AUTHENTICATE, 0, data(message))
    code = answer.int16()
    answer.text()  # why not: a text of the server
    if code != 0:
        raise Failure(LOGIN_REFUSED)
    return answer.data()
