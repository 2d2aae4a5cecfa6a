"""Whatever becomes of the log, calls are answered."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import grpc
import pytest
from crossplane.function.proto.v1 import run_function_pb2 as v1

from function.base.manifest import Json, Manifest
from tests.conformance import calls
from tests.conformance.server import COMMAND, V1, Server

CERTIFICATES = Path(__file__).parents[1] / "server" / "certs"
METHOD = f"/{V1}.FunctionRunnerService/RunFunction"


def answered(path: Path, count: int) -> None:
    """Call a server behind a socket; it says on no log that it serves."""
    data = calls.request().SerializeToString()
    with grpc.insecure_channel(f"unix:{path}") as channel:
        method: grpc.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(METHOD)
        for _ in range(count):
            assert method(data, timeout=30, wait_for_ready=True)


@pytest.fixture
def full() -> Iterator[int]:
    """Yield the end of a pipe that takes no more."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    try:
        while True:
            os.write(writer, b"x" * 4096)
    except BlockingIOError:
        os.set_blocking(writer, True)
    yield writer
    os.close(reader)
    os.close(writer)


def test_calls_are_answered_and_the_end_comes_while_nobody_reads_the_log(tmp_path: Path, full: int) -> None:
    path = tmp_path / "s"
    command = [*COMMAND, "--insecure", "--debug", "--address", f"unix:{path}"]
    with subprocess.Popen(command, stderr=full) as process:
        answered(path, 1500)
        process.terminate()
        assert process.wait(30) == 0


@pytest.mark.parametrize("closed", ["2>&-", "<&- >&- 2>&-"])
def test_calls_are_answered_without_a_log(tmp_path: Path, closed: str) -> None:
    path = tmp_path / "s"
    shell = f'exec "$@" {closed}'
    command = ["sh", "-c", shell, "sh", *COMMAND, "--insecure", "--debug", "--address", f"unix:{path}"]
    with subprocess.Popen(command) as process:
        answered(path, 3)
        process.terminate()
        assert process.wait(30) == 0


def test_an_expired_certificate_is_warned_of() -> None:
    command = [*COMMAND, "--address", "127.0.0.1:0", "--tls-certs-dir", str(CERTIFICATES / "expired")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        server = Server(process, "", [])
        assert server.line("the server certificate has expired, clients will reject it")["level"] == "warning"
        assert server.line("serving")
        server.stop()


def test_the_socket_of_a_server_that_lives_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "s"
    command = [*COMMAND, "--insecure", "--address", f"unix:{path}"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        server = Server(process, f"unix:{path}", [])
        server.line("serving")
        second = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (second.returncode, second.stdout) == (1, "")
        assert second.stderr == f"function: cannot listen on unix:{path}: address already in use\n"
        assert server.send(b"")
        server.stop()


def test_what_only_grpc_refuses_is_one_line_too(tmp_path: Path) -> None:
    address = f"unix:{tmp_path}/no/such/folder/s"
    ended = subprocess.run([*COMMAND, "--insecure", "--address", address], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == f"function: cannot listen on {address}: gRPC cannot use this address\n"


def test_a_refusal_is_logged_once_and_never_with_the_spec(start: Callable[..., Server]) -> None:
    """The second call brings what Crossplane has written of the first: conditions on the composite."""
    server = start("--insecure")
    refused = calls.composite(size="CANARY")
    answer = v1.RunFunctionResponse.FromString(server.send(calls.request(refused).SerializeToString()))
    conditions: Json = [{"type": found.type, "status": "False", "reason": found.reason} for found in answer.conditions]
    again: Manifest = {**refused, "status": {"conditions": conditions}}
    assert server.send(calls.request(again).SerializeToString())
    assert server.send(calls.request({**calls.composite(), "status": {"conditions": conditions}}).SerializeToString())
    lines = server.stop(signal.SIGTERM)
    assert [line["msg"] for line in lines] == ["serving", "refused", "accepted", "stopping", "stopped"]
    assert {key: lines[1][key] for key in ("level", "claim", "namespace", "codes")} == {
        "level": "info",
        "claim": "orders",
        "namespace": "shop",
        "codes": ["EP104"],
    }
    assert "CANARY" not in str(lines)
