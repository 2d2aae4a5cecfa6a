"""The functions that are measured, as processes."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import grpc

from tools.bench.settled import Call

METHOD = "/apiextensions.fn.proto.v1.FunctionRunnerService/RunFunction"
OURS, PEER, EMPTY, PYTHON = "function-event-platform", "function-patch-and-transform", "empty-go", "empty-python"

_LARGEST = 64 << 20
_PATIENCE_SECONDS = 60.0
_POLL_SECONDS = 0.001


class ServerError(Exception):
    """Why a function cannot be measured, in one line."""


@dataclass(frozen=True)
class Server:
    """A function that runs."""

    name: str
    pid: int
    address: str
    certificates: Path | None

    @property
    def resident(self) -> float:
        """Return the resident memory in MB."""
        lines = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


def commands(built: Mapping[str, Path], own: Path) -> dict[str, Sequence[str]]:
    """Return how each function is started; all have the same flags. `own` is the folder of our commands."""
    return {
        OURS: [str(own / "function")],
        PEER: [str(built["patch-and-transform"])],
        EMPTY: [str(built["empty-function"])],
        PYTHON: [sys.executable, "-m", "tools.bench.empty"],
    }


@contextmanager
def running(name: str, command: Sequence[str], log: Path, certificates: Path | None = None) -> Iterator[Server]:
    """Start a function, yield it once it listens, and stop it; raises ServerError."""
    address = f"127.0.0.1:{_free_port()}"
    security = ["--insecure"] if certificates is None else [f"--tls-certs-dir={certificates}"]
    with (
        log.open("ab") as output,
        subprocess.Popen([*command, f"--address={address}", *security], stdout=output, stderr=output) as process,
    ):
        try:
            _listens(name, process, address, log)
            yield Server(name, process.pid, address, certificates)
        finally:
            process.terminate()
            try:
                process.wait(_PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def calling(server: Server) -> Iterator[Call]:
    """Yield a call of the function; only for functions without TLS."""
    options = [("grpc.max_send_message_length", _LARGEST), ("grpc.max_receive_message_length", _LARGEST)]
    with grpc.insecure_channel(server.address, options) as channel:
        method: grpc.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(METHOD)
        yield lambda data: method(data, timeout=_PATIENCE_SECONDS)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _listens(name: str, process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    host, _, port = address.rpartition(":")
    patience = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < patience:
        if process.poll() is not None:
            raise ServerError(f"{name} ended with {process.returncode}, see {log}")
        try:
            socket.create_connection((host, int(port))).close()
        except ConnectionRefusedError:
            time.sleep(_POLL_SECONDS)
        else:
            return
    raise ServerError(f"{name} does not listen after {_PATIENCE_SECONDS:.0f} s, see {log}")
