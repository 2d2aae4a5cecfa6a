"""Servers that repeat what PostgreSQL 15 answered."""

import secrets
import socket
from pathlib import Path

import pytest

from function.base import preflight as words
from function.base.preflight_target import Endpoint, Question, SecretKey
from function.preflight.ask import result
from tests.preflight.postgresql import recorded
from tests.preflight.postgresql.recorded import FINAL, FIRST, NONCE, OK, READY, SCRAM, answer, repeating
from tests.preflight.served import SECONDS, served
from tests.preflight.test_tls import speak_tls

PERMISSIONS = {
    "username": "reader",
    "database": "shop",
    "schema": "reference",
    "table": "merchant_categories",
    "reads": "all",
}
CAPACITY = {"username": "reader", "database": "shop", "pool_size": "18"}
KEY = SecretKey("reader", "password")
LOGIN = (SCRAM, FIRST, FINAL + OK + READY)


@pytest.fixture(autouse=True)
def same_nonce(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the recorded answers those to this login."""
    monkeypatch.setattr(secrets, "token_hex", lambda _: NONCE)


def asked(
    folder: Path, settings: dict[str, str], *answers: bytes, known: str = recorded.PASSWORD
) -> tuple[str, list[bytes]]:
    """Return the result, and what was asked, for a server that gives these answers."""
    got: list[bytes] = []
    if known:
        (folder / KEY.file).write_text(known)
    check = "capacity" if "pool_size" in settings else "permissions"
    with served(repeating(*answers, asked=got)) as port:
        servers = (Endpoint("127.0.0.1", port),)
        question = Question("postgresql", check, "", servers, tuple(settings.items()), (("password", KEY),))
        return result(question, folder, SECONDS, lambda _: None), got


@pytest.mark.parametrize(
    "word", [words.PASSED, words.UNKNOWN_TABLE, words.UNKNOWN_COLUMN, words.NOT_READABLE, words.FEW_CONNECTIONS]
)
def test_the_word_that_the_server_answers_is_the_result(tmp_path: Path, word: str) -> None:
    assert asked(tmp_path, PERMISSIONS, *LOGIN, answer(word))[0] == word


@pytest.mark.parametrize("word", ["", "hunter2", "Passed", words.UNTRUSTED, "x" * 10000])
def test_no_other_word_of_a_server_is(tmp_path: Path, word: str) -> None:
    assert asked(tmp_path, PERMISSIONS, *LOGIN, answer(word))[0] == words.UNEXPECTED


def test_the_names_are_those_of_the_binding(tmp_path: Path) -> None:
    columns = {"columns": "mcc_code,risk_level", "reads": "columns", "search_path": "a"}
    _, (start, *_, statement) = asked(tmp_path, {**PERMISSIONS, **columns}, *LOGIN, answer("passed"))
    assert b"\0user\0reader\0database\0shop\0search_path\0a\0client_encoding\0UTF8\0application_name\0" in start
    values = b"".join(len(text).to_bytes(4, "big") + text for text in _parameters())
    assert values in statement


def _parameters() -> tuple[bytes, ...]:
    return b"reference", b"merchant_categories", b"mcc_code,risk_level", b"columns"


def test_a_pool_is_compared_with_what_the_server_allows(tmp_path: Path) -> None:
    found, sent = asked(tmp_path, CAPACITY, *LOGIN, answer("few connections"))
    assert found == words.FEW_CONNECTIONS
    assert b"max_connections" in sent[-1]
    assert b"\0\0\0\x0218" in sent[-1]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((SCRAM, FIRST, recorded.WRONG), words.LOGIN_REFUSED),
        ((SCRAM, FIRST, FINAL + OK + recorded.NO_DATABASE), words.UNKNOWN_DATABASE),
        ((SCRAM, FIRST, FINAL + OK + recorded.CLOSED_DATABASE), words.NOT_READABLE),
        ((SCRAM, FIRST, FINAL + OK + recorded.FULL), words.UNAVAILABLE),
        ((recorded.NO_ENTRY,), words.LOGIN_REFUSED),
        ((recorded.MD5,), words.OTHER_LOGIN),
        ((recorded.CLEAR,), words.OTHER_LOGIN),
        ((*LOGIN, recorded.NO_SCHEMA), words.NOT_READABLE),
        ((*LOGIN, b""), words.CLOSED),
        ((b"HTTP/1.1 400 Bad Request\r\n\r\n",), words.UNEXPECTED),
        ((b"\x15\x03\x03\x00\x02\x02\x28",), words.UNEXPECTED),
    ],
)
def test_a_refusal_has_its_result(tmp_path: Path, answers: tuple[bytes, ...], expected: str) -> None:
    found, sent = asked(tmp_path, PERMISSIONS, *answers)
    assert found == expected
    assert recorded.PASSWORD.encode() not in b"".join(sent)


def test_a_wrong_password_is_not_believed_to_be_right(tmp_path: Path) -> None:
    assert asked(tmp_path, PERMISSIONS, *LOGIN, answer("passed"), known="wrong")[0] == words.LOGIN_REFUSED


def test_without_its_password_nothing_is_sent(tmp_path: Path) -> None:
    question = Question("postgresql", "permissions", "", (Endpoint("127.0.0.1", 9),), (), (("password", KEY),))
    assert result(question, tmp_path, SECONDS, lambda _: None) == words.NO_CREDENTIALS


def test_a_server_that_requires_no_tls_where_clients_do_gets_no_login(tmp_path: Path) -> None:
    found, sent = asked(tmp_path, {**PERMISSIONS, "tls": "required"}, recorded.NO_TLS)
    assert (found, len(sent)) == (words.NO_TLS, 1)


def test_with_tls_the_login_is_encrypted(tmp_path: Path) -> None:
    def handle(connection: socket.socket) -> None:
        connection.recv(8)
        connection.sendall(recorded.TLS)
        speak_tls(connection)  # which repeats what the client says

    (tmp_path / KEY.file).write_text("hunter2")
    with served(handle) as port:
        settings = tuple({**PERMISSIONS, "tls": "required"}.items())
        servers = (Endpoint("127.0.0.1", port),)
        question = Question("postgresql", "permissions", "", servers, settings, (("password", KEY),))
        assert result(question, tmp_path, SECONDS, lambda _: None) == words.UNEXPECTED
