"""Servers that repeat what Redis 7.0 answered."""

import socket
from pathlib import Path

import pytest

from function.base.preflight import (
    CLOSED,
    LOGIN_REFUSED,
    NO_CREDENTIALS,
    NOT_READABLE,
    PASSED,
    UNAVAILABLE,
    UNEXPECTED,
    UNKNOWN_DATABASE,
)
from function.base.preflight_target import Endpoint, Question, SecretKey
from function.preflight.ask import result
from tests.preflight.served import SECONDS, served

KEY = {"key": "fx:preflight", "holds": "string"}
LOGIN = {**KEY, "username": "reader"}
OK = b"+OK\r\n"


def asked(folder: Path, settings: dict[str, str], *answers: bytes, known: str = "") -> tuple[str, list[bytes]]:
    """Return the result, and what was asked, for a server that gives these answers."""
    got: list[bytes] = []

    def handle(connection: socket.socket) -> None:
        for answer in answers:
            got.append(connection.recv(65536))
            connection.sendall(answer)

    key = SecretKey("reader", "password")
    if known:
        (folder / key.file).write_text(known)
    credentials = (("password", key),) if "username" in settings else ()
    with served(handle) as port:
        server = Endpoint("127.0.0.1", port)
        question = Question("redis", "permissions", "", (server,), tuple(settings.items()), credentials)
        return result(question, folder, SECONDS, lambda _: None), got


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"$-1\r\n", PASSED),
        (b"$7\r\nhunter2\r\n", PASSED),
        (b"*0\r\n", PASSED),
        (b"-WRONGTYPE Operation against a key holding the wrong kind of value\r\n", PASSED),
        (b"-MOVED 3999 127.0.0.1:6381\r\n", PASSED),
        (b"-NOPERM this user has no permissions to run the 'get' command\r\n", NOT_READABLE),
        (b"-NOPERM No permissions to access a key\r\n", NOT_READABLE),
        (b"-NOAUTH Authentication required.\r\n", LOGIN_REFUSED),
        (b"-DENIED Redis is running in protected mode\r\n", LOGIN_REFUSED),
        (b"-LOADING Redis is loading the dataset in memory\r\n", UNAVAILABLE),
        (b"-ERR unknown command\r\n", UNEXPECTED),
        (b"-" + b"x" * 100, UNEXPECTED),
        (b"+" + b"x" * 100, UNEXPECTED),
        (b"HTTP/1.1 400 Bad Request\r\n", UNEXPECTED),
        (b"-\xff \r\n", UNEXPECTED),
        (b"", CLOSED),
        (b"-NOPERM", CLOSED),
    ],
)
def test_the_first_word_of_an_answer_is_enough(tmp_path: Path, answer: bytes, expected: str) -> None:
    assert asked(tmp_path, KEY, answer)[0] == expected


@pytest.mark.parametrize(
    ("holds", "words"),
    [
        ("string", [b"GET"]),
        ("hash", [b"HGET", b"preflight"]),
        ("fields", [b"HGETALL"]),
        ("set", [b"SMEMBERS"]),
        ("zset", [b"ZRANGE", b"0", b"0"]),
    ],
)
def test_a_key_is_read_as_the_applications_do(tmp_path: Path, holds: str, words: list[bytes]) -> None:
    _, (command,) = asked(tmp_path, {**KEY, "holds": holds}, b"$-1\r\n")
    sent = command.split(b"\r\n")[2::2]
    assert sent == [words[0], b"fx:preflight", *words[1:]]


def test_it_logs_in_and_selects_the_database_first(tmp_path: Path) -> None:
    found, commands = asked(tmp_path, {**LOGIN, "database": "3"}, OK, OK, b"$-1\r\n", known="a b\r\n")
    assert found == PASSED
    assert commands[0] == b"*3\r\n$4\r\nAUTH\r\n$6\r\nreader\r\n$5\r\na b\r\n\r\n"
    assert commands[1] == b"*2\r\n$6\r\nSELECT\r\n$1\r\n3\r\n"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((b"-WRONGPASS invalid username-password pair or user is disabled.\r\n",), LOGIN_REFUSED),
        ((b"-ERR AUTH <password> called without any password configured\r\n",), LOGIN_REFUSED),
        ((OK, b"-ERR DB index is out of range\r\n"), UNKNOWN_DATABASE),
        ((OK, b"-NOPERM this user has no permissions to run the 'select' command\r\n"), NOT_READABLE),
    ],
)
def test_a_refusal_ends_it(tmp_path: Path, answers: tuple[bytes, ...], expected: str) -> None:
    found, commands = asked(tmp_path, {**LOGIN, "database": "9"}, *answers, known="hunter2")
    assert (found, len(commands)) == (expected, len(answers))


def test_without_its_password_nothing_is_sent(tmp_path: Path) -> None:
    assert asked(tmp_path, LOGIN) == (NO_CREDENTIALS, [])
