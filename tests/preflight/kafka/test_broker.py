import socket

import pytest

from function.base.preflight import CLOSED, UNEXPECTED
from function.preflight.failure import Failure
from function.preflight.kafka.broker import Broker
from tests.preflight.kafka.recorded import framed, repeating
from tests.preflight.served import SECONDS, served


def connect(port: int, seconds: float = SECONDS) -> Broker:
    return Broker(socket.create_connection(("127.0.0.1", port), seconds))


def test_requests_are_numbered_and_say_who_asks() -> None:
    asked: list[bytes] = []
    with served(repeating(b"\0\1", b"\0\2", asked=asked)) as port, connect(port) as broker:
        assert [broker.answer(3, 8, b"first").int16(), broker.answer(10, 2, b"second").int16()] == [1, 2]
    name = b"function-event-platform-preflight"
    head = len(name).to_bytes(2, "big") + name
    assert asked == [b"\0\3\0\x08\0\0\0\1" + head + b"first", b"\0\x0a\0\2\0\0\0\2" + head + b"second"]


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (b"", CLOSED),
        (b"\0\0", CLOSED),
        (b"\0\0\0\x08\0\0\0\1", CLOSED),
        (b"\0\0\0\3\0\0\0", UNEXPECTED),
        (b"\xff\xff\xff\xff", UNEXPECTED),
        (b"\x7f\xff\xff\xff", UNEXPECTED),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", UNEXPECTED),
        (b"\x15\x03\x03\x00\x02\x02\x28", UNEXPECTED),
        (framed(b"", 2), UNEXPECTED),
    ],
)
def test_what_is_no_answer_ends_the_attempt(sent: bytes, expected: str) -> None:
    def handle(connection: socket.socket) -> None:
        connection.recv(1024)
        connection.sendall(sent)

    with served(handle) as port, connect(port) as broker, pytest.raises(Failure, match=expected):
        broker.answer(3, 8, b"")


def test_a_broker_that_does_not_answer_is_given_up() -> None:
    def handle(connection: socket.socket) -> None:
        while connection.recv(1024):
            pass

    with served(handle) as port, connect(port, 0.05) as broker, pytest.raises(TimeoutError):
        broker.answer(3, 8, b"")


def test_one_that_answers_byte_by_byte_is_given_up_too() -> None:
    with Broker(_Slow()) as broker, pytest.raises(TimeoutError):
        broker.answer(3, 8, b"")


class _Slow(socket.socket):
    """A connection with no time for what it receives."""

    def gettimeout(self) -> float:
        return 1e-9

    def settimeout(self, value: float | None, /) -> None:
        pass

    def sendall(self, *_: object) -> None:
        pass

    def recv(self, *_: object) -> bytes:
        return b"\0"
