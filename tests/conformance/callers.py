"""Callers that keep a server busy."""

import threading
from collections.abc import Callable

import grpc

from tests.conformance.server import V1

METHOD = f"/{V1}.FunctionRunnerService/RunFunction"
OWN_CONNECTION = ("grpc.use_local_subchannel_pool", 1)
Connect = Callable[[], grpc.Channel]


class Caller(threading.Thread):
    """Calls again and again over a connection of its own until it is reported to stop; keeps what went wrong."""

    def __init__(self, connect: Connect, data: bytes) -> None:
        super().__init__()
        self.connect, self.data = connect, data
        self.errors, self.answered = list[grpc.RpcError](), 0
        self.first, self.stopped = threading.Event(), threading.Event()

    def run(self) -> None:
        with self.connect() as channel:
            method: grpc.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(METHOD)
            while not self.stopped.is_set() and not self.errors:
                try:
                    method(self.data, timeout=30)
                    self.answered += 1
                except grpc.RpcError as error:
                    self.errors.append(error)
                self.first.set()


def insecure(address: str) -> Connect:
    return lambda: grpc.insecure_channel(address, options=[OWN_CONNECTION])


def errors_until(callers: list[Caller], stop: Callable[[], None]) -> list[grpc.RpcError]:
    """Return what went wrong for callers that all call while `stop` is called, and go away after that."""
    for caller in callers:
        caller.start()
    for caller in callers:
        assert caller.first.wait(30)
    stop()
    for caller in callers:
        caller.stopped.set()
        caller.join(60)
    return [error for caller in callers for error in caller.errors]
