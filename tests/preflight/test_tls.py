import socket
import ssl
from pathlib import Path

import pytest

from function.base.preflight import NO_CREDENTIALS, NO_TLS, UNTRUSTED
from function.base.preflight_target import SecretKey
from function.preflight.credentials import Credentials
from function.preflight.failure import Failure
from function.preflight.tls import encrypted, unverified
from tests.preflight.served import SECONDS, served

CERTIFICATES = Path(__file__).parents[1] / "server" / "certs"


def credentials(folder: Path, **files: Path | str) -> Credentials:
    for name, content in files.items():
        text = content.read_text() if isinstance(content, Path) else content
        (folder / SecretKey("tls", name).file).write_text(text)
    return Credentials(folder, {name: SecretKey("tls", name) for name in files})


def speak_tls(connection: socket.socket) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / "server" / "tls.crt", CERTIFICATES / "server" / "tls.key")
    with context.wrap_socket(connection, server_side=True) as secure:
        secure.sendall(secure.recv(1024))


def echoed(given: Credentials, host: str = "localhost", *, any_name: bool = False) -> bytes:
    with served(speak_tls) as port, socket.create_connection(("127.0.0.1", port), SECONDS) as connection:
        secure = encrypted(connection, host, given, any_name=any_name)
        with secure:
            secure.sendall(b"hello")
            return secure.recv(1024)


AUTHORITY = CERTIFICATES / "server" / "ca.crt"


def test_a_server_that_the_authority_signed_is_trusted(tmp_path: Path) -> None:
    assert echoed(credentials(tmp_path, ca=AUTHORITY)) == b"hello"


def test_nobody_else_is(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=UNTRUSTED):
        echoed(credentials(tmp_path, ca=CERTIFICATES / "stranger" / "tls.crt"))


def test_another_name_is_not_trusted_unless_clients_do(tmp_path: Path) -> None:
    given = credentials(tmp_path, ca=AUTHORITY)
    with pytest.raises(Failure, match=UNTRUSTED):
        echoed(given, "elsewhere.example.org")
    assert echoed(given, "elsewhere.example.org", any_name=True) == b"hello"


@pytest.mark.parametrize("files", [{}, {"ca": ""}, {"ca": "no certificate"}])
def test_without_an_authority_nobody_is(tmp_path: Path, files: dict[str, str]) -> None:
    with pytest.raises(Failure, match=NO_CREDENTIALS):
        echoed(credentials(tmp_path, **files))


@pytest.mark.parametrize("files", [{"certificate": "none", "key": "none"}, {"certificate": AUTHORITY, "key": "none"}])
def test_a_certificate_that_is_none_ends_the_attempt(tmp_path: Path, files: dict[str, Path | str]) -> None:
    with pytest.raises(Failure, match=NO_CREDENTIALS):
        echoed(credentials(tmp_path, ca=AUTHORITY, **files))


def test_a_server_without_tls_gets_nothing(tmp_path: Path) -> None:
    def handle(connection: socket.socket) -> None:
        connection.recv(1024)
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    given = credentials(tmp_path, ca=AUTHORITY)
    with served(handle) as port, socket.create_connection(("127.0.0.1", port), SECONDS) as connection:
        got = connection.gettimeout()
        assert got == SECONDS
        with pytest.raises(Failure, match=NO_TLS):
            encrypted(connection, "localhost", given, any_name=False)


def test_whoever_answers_is_spoken_to_if_nobody_verifies() -> None:
    with served(speak_tls) as port:
        connection = socket.create_connection(("127.0.0.1", port), SECONDS)
        with unverified(connection, "elsewhere.example.org") as secure:
            secure.sendall(b"hello")
            assert secure.recv(1024) == b"hello"
