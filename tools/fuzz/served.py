"""Request bytes sent to a real server, which is another process: the same answers, and a log without secrets."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import grpc

from tools.fuzz.answered import answered
from tools.fuzz.invariants import Violation, same, secretless
from tools.fuzz.message import CANARY

FUNCTION = str(Path(sys.executable).with_name("function"))
METHOD = "/apiextensions.fn.proto.v1.FunctionRunnerService/RunFunction"
CALL_SECONDS = 60
_ADDRESS = "unix:"
_READY_SECONDS = 60


@contextmanager
def serving(folder: Path) -> Iterator[Callable[[bytes], bytes | None]]:
    """Start the function and yield a call, which returns None for what is refused as no request; then stop it.

    Raises Violation where the server dies, or says a secret in its log.
    """
    log = folder / "server.log"
    address = f"{_ADDRESS}{folder.resolve() / 'server.sock'}"
    with (
        log.open("wb") as output,
        subprocess.Popen([FUNCTION, "--debug", "--insecure", "--address", address], stderr=output) as process,
    ):
        try:
            with grpc.insecure_channel(address) as channel:
                _wait(channel)
                yield lambda data: _call(channel, data)
            if process.poll() is not None:
                raise Violation("no crash: server", f"it ended with {process.returncode}")
        finally:
            process.terminate()
    secretless(log.read_text(encoding="utf-8", errors="replace"), CANARY)


def _wait(channel: grpc.Channel) -> None:
    try:
        grpc.channel_ready_future(channel).result(timeout=_READY_SECONDS)
    except grpc.FutureTimeoutError:
        raise Violation("no crash: server", "it does not start; server.log may say why") from None


def _call(channel: grpc.Channel, data: bytes) -> bytes | None:
    method: grpc.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(METHOD)
    try:
        return method(data, timeout=CALL_SECONDS)
    except grpc.RpcError as error:
        if error.code() == grpc.StatusCode.INVALID_ARGUMENT:
            return None
        raise Violation("no crash: server", str(error)) from error


def compare(requests: Iterable[bytes], call: Callable[[bytes], bytes | None], seconds: float) -> int:
    """Return how many requests were sent in the time, at least one if there is one.

    Raises Violation where an answer differs from the core's, in this process, whose hashes have another seed.
    """
    until = time.monotonic() + seconds
    sent = 0
    for data in requests:
        same(call(data), answered(data))
        sent += 1
        if time.monotonic() > until:
            break
    return sent
