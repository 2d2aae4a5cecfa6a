"""Calls of a real server: with mutual TLS, without, and what becomes of each failure."""

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from function.base.outcome import Outcome
from function.base.request import Request
from function.client import CallError, call
from function.client.call import connected
from function.render import render
from tests.conformance.conftest import start as start_fixture
from tests.conformance.server import Server
from tests.documents import worker, xr

CERTIFICATES = Path(__file__).parent.parent / "server" / "certs"
REQUEST = Request(xr=xr(worker()))
Start = Callable[..., Server]
start = start_fixture


def outcome(address: str, certificates: str | None = None, server_name: str | None = None) -> Outcome:
    with connected(address, certificates, server_name) as answer:
        return answer(REQUEST)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait only a moment for servers that are not there."""
    monkeypatch.setattr(call, "_CONNECT_SECONDS", 0.2)


def test_a_function_without_tls_answers(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(call, "_CONNECT_SECONDS", 60)
    assert outcome(start("--insecure").address).resources == render(REQUEST).resources


def test_so_does_one_with_mutual_tls(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    address = start("--tls-certs-dir", str(CERTIFICATES / "server")).address
    with pytest.raises(CallError, match=f"no connection to {address} within"):
        outcome(address, str(CERTIFICATES / "client"), "other.example.org")
    monkeypatch.setattr(call, "_CONNECT_SECONDS", 60)
    assert outcome(address, str(CERTIFICATES / "client")).resources


@pytest.mark.parametrize("name", ["ca.crt", "tls.key", "tls.crt"])
def test_each_file_must_be_readable(tmp_path: Path, name: str) -> None:
    for other in {"ca.crt", "tls.key", "tls.crt"} - {name}:
        (tmp_path / other).write_text("x")
    with pytest.raises(CallError, match=f"cannot read .*{name}: no such file or directory"):
        outcome("127.0.0.1:1", str(tmp_path))


def test_nobody_at_the_address_is_an_error() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(CallError, match=f"no connection to {address} within 0.2 s"):
            outcome(address)


def test_a_server_that_refuses_the_call_is_an_error(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(call, "_CONNECT_SECONDS", 60)
    server = start("--insecure", "--max-recv-message-size", "1")
    large = Request(xr={"a": "x" * 2**21})
    with connected(server.address, None, None) as answer, pytest.raises(CallError, match=r"^RESOURCE_EXHAUSTED: "):
        answer(large)


def test_so_is_one_that_does_not_know_the_protocol(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(call, "_CONNECT_SECONDS", 60)
    monkeypatch.setattr(call, "_METHOD", "/another.v1.Service/RunFunction")
    with pytest.raises(CallError, match=r"^UNIMPLEMENTED: "):
        outcome(start("--insecure").address)
