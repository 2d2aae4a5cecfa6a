import socket
from itertools import repeat

import pytest

from function.base.preflight import CLOSED, LOGIN_REFUSED, UNEXPECTED
from function.preflight.failure import Failure
from function.preflight.postgresql.session import Session
from tests.preflight.postgresql.recorded import READY, WRONG, connected, repeating
from tests.preflight.served import SECONDS, served

NOTICE = b"N\0\0\0\x04"


def test_messages_have_a_type_and_a_size_and_the_first_has_no_type() -> None:
    asked: list[bytes] = []
    with served(repeating(b"Z\0\0\0\x05I", asked=asked)) as port, connected(port) as session:
        session.send((b"", b"start"), (b"S", b""))
        assert session.receive() == (b"Z", b"I")
    assert asked == [b"\0\0\0\x09startS\0\0\0\x04"]


def test_settings_notices_and_keys_are_left_out() -> None:
    with served(repeating(NOTICE + READY)) as port, connected(port) as session:
        session.send((b"S", b""))
        assert session.receive() == (b"Z", b"I")


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (b"", CLOSED),
        (b"R\0\0", CLOSED),
        (b"R\0\0\0\x08\0", CLOSED),
        (b"R\0\0\0\x03", UNEXPECTED),
        (b"R\0\0\x40\x05", UNEXPECTED),
        (b"D\x7f\xff\xff\xff", UNEXPECTED),
        (b"R\xff\xff\xff\xff", UNEXPECTED),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", UNEXPECTED),
        (b"-ERR unknown command\r\n", UNEXPECTED),
        (WRONG, LOGIN_REFUSED),
    ],
)
def test_what_is_no_answer_ends_the_attempt(sent: bytes, expected: str) -> None:
    with served(repeating(sent)) as port, connected(port) as session:
        session.send((b"S", b""))
        with pytest.raises(Failure, match=expected):
            session.receive()


def test_a_server_that_never_comes_to_its_point_is_given_up() -> None:
    def handle(connection: socket.socket) -> None:
        for notice in repeat(NOTICE):
            connection.sendall(notice)

    with served(handle) as port, connected(port) as session, pytest.raises(Failure, match=UNEXPECTED):
        session.receive()


def test_one_that_does_not_answer_is_given_up() -> None:
    ours, other = socket.socketpair()
    ours.settimeout(0.05)
    with other, Session(ours) as session, pytest.raises(TimeoutError):
        session.receive()


def test_the_connection_is_closed_at_the_end() -> None:
    ours, other = socket.socketpair()
    ours.settimeout(SECONDS)
    with other:
        with Session(ours):
            pass
        assert other.recv(1) == b""
