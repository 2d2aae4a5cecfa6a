from pathlib import Path

import pytest

from function.base.preflight import LOGIN_REFUSED, NO_CREDENTIALS, UNEXPECTED
from function.base.preflight_target import SecretKey
from function.preflight.credentials import Credentials
from function.preflight.failure import Failure
from function.preflight.kafka.login import log_in
from tests.preflight.kafka.recorded import (
    HANDSHAKE,
    NOT_A_SASL_LISTENER,
    OTHER_MECHANISM,
    WELCOME,
    WRONG,
    connected,
    repeating,
)
from tests.preflight.served import served

PLAIN = {"mechanism": "PLAIN", "username": "reader"}


def asked(folder: Path, settings: dict[str, str], *answers: bytes, known: str = "hunter2") -> list[bytes]:
    """Return what the broker with these answers was asked."""
    key = SecretKey("reader", "password")
    (folder / key.file).write_text(known)
    found: list[bytes] = []
    with served(repeating(*answers, asked=found)) as port, connected(port) as broker:
        log_in(broker, settings, Credentials(folder, {"password": key}))
    return found


def test_plain_sends_user_and_password(tmp_path: Path) -> None:
    handshake, login = asked(tmp_path, PLAIN, HANDSHAKE, WELCOME)
    assert handshake.endswith(b"\0\5PLAIN")
    assert login.endswith(b"\0\0\0\x0f\0reader\0hunter2")


def test_without_a_mechanism_nothing_is_sent(tmp_path: Path) -> None:
    assert asked(tmp_path, {}) == []


@pytest.mark.parametrize(
    "answers", [(OTHER_MECHANISM,), (NOT_A_SASL_LISTENER,), (HANDSHAKE, WRONG), (HANDSHAKE, WRONG[:2] + b"\xff\xff")]
)
def test_a_refusal_is_told(tmp_path: Path, answers: tuple[bytes, ...]) -> None:
    with pytest.raises(Failure, match=LOGIN_REFUSED):
        asked(tmp_path, PLAIN, *answers)


def test_a_broker_that_knows_no_password_is_not_believed(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=UNEXPECTED):
        asked(tmp_path, {"mechanism": "SCRAM-SHA-256", "username": "reader"}, HANDSHAKE, WELCOME, WELCOME)


def test_without_a_password_nothing_is_sent(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=NO_CREDENTIALS):
        asked(tmp_path, PLAIN, known="")
