"""Whatever happens, the result is a word, and nothing is printed."""

import ssl
from pathlib import Path

import pytest

from function.base.preflight import (
    CLOSED,
    FORBIDDEN,
    LOGIN_REFUSED,
    NO_CREDENTIALS,
    REFUSED,
    RESULTS,
    TIMEOUT,
    UNEXPECTED,
)
from function.base.preflight_target import Endpoint, Question
from function.preflight.ask import result
from function.preflight.failure import Failure
from function.preflight.platforms import kafka
from tests.preflight.served import SECONDS

SERVER = Endpoint("127.0.0.1", 9)
QUESTION = Question("kafka", "permissions", "topic a", (SERVER,), (("topic", "a"),))


def anywhere(_address: str) -> None:
    return None


@pytest.mark.parametrize("target", [SERVER, QUESTION])
def test_a_forbidden_address_is_told(target: Endpoint | Question, tmp_path: Path) -> None:
    assert result(target, tmp_path, SECONDS, lambda _: "no") == FORBIDDEN


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (Failure(NO_CREDENTIALS), NO_CREDENTIALS),
        (TimeoutError("hunter2"), TIMEOUT),
        (ConnectionResetError("hunter2"), CLOSED),
        (ssl.SSLError("hunter2"), LOGIN_REFUSED),
        (KeyError("hunter2"), UNEXPECTED),
        (RecursionError("hunter2"), UNEXPECTED),
    ],
)
def test_no_error_gets_out(
    error: Exception,
    expected: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def asked(*_: object) -> str:
        raise error

    monkeypatch.setattr(kafka, "asked", asked)
    assert result(QUESTION, tmp_path, SECONDS, anywhere) == expected
    assert expected in RESULTS
    assert capfd.readouterr() == ("", "")


def test_a_platform_that_this_image_does_not_know_has_a_result(tmp_path: Path) -> None:
    other = Question("rabbitmq", "permissions", "queue a", (SERVER,))
    assert result(other, tmp_path, SECONDS, anywhere) == UNEXPECTED


def test_nothing_is_asked_where_nobody_listens(tmp_path: Path) -> None:
    assert result(QUESTION, tmp_path, SECONDS, anywhere) == REFUSED
