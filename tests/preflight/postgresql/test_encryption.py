import socket
import ssl

import pytest

from function.base import preflight as words
from function.preflight.failure import Failure
from function.preflight.postgresql.encryption import OFFERED, REQUIRED, encrypted
from tests.preflight.postgresql.recorded import NO_TLS, TLS, repeating
from tests.preflight.served import SECONDS, served
from tests.preflight.test_tls import speak_tls

REQUEST = b"\0\0\0\x08\x04\xd2\x16/"


def connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), SECONDS)


def test_a_server_with_tls_gets_nothing_but_the_request_before_it() -> None:
    asked: list[bytes] = []

    def handle(connection: socket.socket) -> None:
        asked.append(connection.recv(8))
        connection.sendall(TLS)
        speak_tls(connection)

    with served(handle) as port, connect(port) as plain, encrypted(plain, "localhost", REQUIRED) as secure:
        assert isinstance(secure, ssl.SSLSocket)
        secure.sendall(b"hello")
        assert secure.recv(9) == b"hello"
    assert asked == [REQUEST]


def test_without_tls_there_the_connection_stays_as_it_is_unless_clients_require_it() -> None:
    with served(repeating(NO_TLS)) as port, connect(port) as plain:
        assert encrypted(plain, "localhost", OFFERED) is plain


def test_nothing_is_sent_for_clients_without_tls() -> None:
    with socket.socket() as unconnected:
        assert encrypted(unconnected, "localhost", "") is unconnected


@pytest.mark.parametrize(
    ("answer", "wanted", "expected"),
    [
        (NO_TLS, REQUIRED, words.NO_TLS),
        (b"", OFFERED, words.CLOSED),
        (b"E", OFFERED, words.UNEXPECTED),
        (b"HTTP/1.1 400 Bad Request\r\n", REQUIRED, words.UNEXPECTED),
        (TLS + b"Z\0\0\0\x05I", OFFERED, words.NO_TLS),
    ],
)
def test_any_other_answer_ends_the_attempt(answer: bytes, wanted: str, expected: str) -> None:
    with served(repeating(answer)) as port, connect(port) as plain, pytest.raises(Failure, match=expected):
        encrypted(plain, "localhost", wanted)
