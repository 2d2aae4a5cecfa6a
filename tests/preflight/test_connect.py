"""Real servers on the loopback interface, which the pod itself would refuse."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from function.base.addresses import LOOPBACK, host_refusal
from function.base.preflight import CLOSED, FORBIDDEN, NO_TLS, PASSED, REFUSED, TIMEOUT, UNRESOLVED
from function.base.preflight_target import Endpoint
from function.preflight.connect import attempt
from tests.preflight.served import served

CERTIFICATES = Path(__file__).parents[1] / "server" / "certs" / "server"
LONG, SHORT = 30.0, 0.05
Serve = Callable[[Callable[[socket.socket], None]], int]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start servers; return the port of each."""
    with ExitStack() as stack:
        yield lambda handle: stack.enter_context(served(handle))


def anywhere(_address: str) -> None:
    return None


def reached(port: int, *, tls: bool = False, host: str = "127.0.0.1", seconds: float = LONG) -> str:
    return attempt(Endpoint(host, port, tls), seconds, anywhere)


def until_closed(connection: socket.socket) -> None:
    while connection.recv(1024):
        pass


def speak_tls(connection: socket.socket) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / "tls.crt", CERTIFICATES / "tls.key")
    with context.wrap_socket(connection, server_side=True) as encrypted:
        until_closed(encrypted)


def test_a_server_that_accepts_is_reached(serve: Serve) -> None:
    assert reached(serve(until_closed)) == PASSED


def test_nothing_is_sent_without_tls(serve: Serve) -> None:
    got: list[bytes] = []
    port = serve(lambda connection: got.append(connection.recv(1024)))
    assert reached(port) == PASSED
    assert b"".join(got) == b""


def test_a_server_with_tls_is_reached_whoever_signed_its_certificate(serve: Serve) -> None:
    assert reached(serve(speak_tls), tls=True) == PASSED


@pytest.mark.parametrize(
    "answer", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x00" * 100_000, b"\x15\x03\x03\x00\x02\x02\x28"]
)
def test_a_server_without_tls_is_told_apart(serve: Serve, answer: bytes) -> None:
    def handle(connection: socket.socket) -> None:
        connection.recv(1024)
        connection.sendall(answer)

    assert reached(serve(handle), tls=True) in (NO_TLS, CLOSED)


def test_a_server_that_never_answers_is_given_up(serve: Serve) -> None:
    assert reached(serve(until_closed), tls=True, seconds=SHORT) == TIMEOUT


def test_nobody_listens_on_a_closed_port() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    assert reached(port) == REFUSED


@pytest.mark.parametrize("host", ["a" * 64, "a..b", "\udcff", "", "-", "nothing.invalid"])
def test_a_name_that_leads_nowhere_is_told(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror("no answer")

    if host in ("-", "nothing.invalid", ""):  # the tests have no network
        monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert reached(9092, host=host) == UNRESOLVED


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0", "::1"])  # noqa: S104 - it is refused
def test_the_pod_never_connects_to_itself(serve: Serve, host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)  # noqa: FBT003 - the name of the parameter is its only meaning
        port: int = listener.getsockname()[1]
        assert attempt(Endpoint(host, port), LONG, host_refusal) == FORBIDDEN
        with pytest.raises(BlockingIOError):
            listener.accept()


@pytest.mark.parametrize("address", ["169.254.169.254", "127.0.0.1", "fd00:ec2::254", "::ffff:169.254.169.254"])
def test_a_name_with_one_forbidden_address_is_refused_with_all_of_them(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def resolved(host: str, port: int, **_: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        assert host == "innocent.example"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (found, port)) for found in ("192.0.2.1", address)]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    assert attempt(Endpoint("innocent.example", 80), SHORT, host_refusal) == FORBIDDEN


def test_of_many_addresses_some_are_tried_until_one_is_reached(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    port = serve(until_closed)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        closed: int = listener.getsockname()[1]
    targets = [closed, closed, port]

    def resolved(*_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", target)) for target in targets]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    assert reached(1) == PASSED
    targets[:] = [closed] * 1000 + [port]
    assert reached(1) == REFUSED


def test_the_name_of_the_refusal_is_not_a_result() -> None:
    assert attempt(Endpoint("127.0.0.1", 1), SHORT, lambda _: LOOPBACK) == FORBIDDEN
