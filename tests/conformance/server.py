"""A real server in a process of its own."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

import grpc
from crossplane.function.proto.v1 import run_function_pb2 as v1

V1 = "apiextensions.fn.proto.v1"
V1BETA1 = "apiextensions.fn.proto.v1beta1"
COMMAND = (sys.executable, "-m", "function.main")


@dataclass
class Server:
    """A running server; `lines` are its log lines so far: nothing else is written."""

    process: subprocess.Popen[str]
    address: str
    lines: list[dict[str, Any]]

    def send(self, data: bytes, version: str = V1, credentials: grpc.ChannelCredentials | None = None) -> bytes:
        """Return the answer's bytes; raises grpc.RpcError."""
        if credentials is None:
            channel = grpc.insecure_channel(self.address)
        else:
            channel = grpc.secure_channel(self.address, credentials)
        with channel:
            method: grpc.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(
                f"/{version}.FunctionRunnerService/RunFunction"
            )
            return method(data, timeout=30)

    def call(self, request: v1.RunFunctionRequest) -> v1.RunFunctionResponse:
        """Return the answer as any SDK reads it."""
        return v1.RunFunctionResponse.FromString(self.send(request.SerializeToString()))

    def line(self, message: str) -> dict[str, Any]:
        """Return the next log line, which must say `message`."""
        assert self.process.stderr is not None
        found: dict[str, Any] = json.loads(self.process.stderr.readline())
        self.lines.append(found)
        assert found["msg"] == message
        return found

    def begin_to_stop(self) -> None:
        """Send SIGTERM, and return once it was heard."""
        self.process.send_signal(signal.SIGTERM)
        assert self.line("stopping")

    def stop(self, number: signal.Signals = signal.SIGTERM) -> list[dict[str, Any]]:
        """End the process and return all its log lines."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.end()

    def end(self) -> list[dict[str, Any]]:
        """Return all log lines once the process, reported to stop, has exited with 0."""
        if self.process.stderr is not None and not self.process.stderr.closed:
            _, rest = self.process.communicate(timeout=30)
            self.lines += [json.loads(line) for line in rest.splitlines()]
        assert self.process.returncode == 0
        return self.lines


def start(*flags: str, **environment: str) -> Server:
    """Return a server that has said that it serves; the system chooses its port."""
    process = subprocess.Popen(
        [*COMMAND, "--address", "127.0.0.1:0", *flags],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )
    assert process.stderr is not None
    first = process.stderr.readline()
    if '"serving"' not in first:
        process.kill()
        raise AssertionError(first + process.communicate()[1])
    line = json.loads(first)
    return Server(process, line["address"], [line])


def code(error: grpc.RpcError) -> grpc.StatusCode:
    """Return the status of a failed call; the stubs do not know that its error is also a call."""
    found: Any = error
    status: grpc.StatusCode = found.code()
    return status
