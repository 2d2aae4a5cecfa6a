"""How the process ends: whoever has been heard is answered, and no signal ends it without a word."""

import signal
import threading
from collections.abc import Callable, Iterator

import grpc
import pytest
from crossplane.function.proto.v1 import run_function_pb2 as v1
from grpc_health.v1 import health_pb2, health_pb2_grpc  # type: ignore[import-untyped]  # ships no types

from tests.conformance import calls
from tests.conformance.callers import METHOD, Caller, errors_until, insecure
from tests.conformance.server import V1, Server

CALLERS = 16
Start = Callable[..., Server]


def test_no_call_is_lost_under_load_while_callers_go_away(start: Start) -> None:
    server = start("--insecure")
    data = calls.request().SerializeToString()
    callers = [Caller(insecure(server.address), data) for _ in range(CALLERS)]
    assert errors_until(callers, server.begin_to_stop) == []
    assert [line["msg"] for line in server.end()] == ["serving", "stopping", "stopped"]


def test_health_is_answered_while_a_call_is_slow_and_says_when_the_end_has_come(start: Start) -> None:
    server = start("--insecure")
    large, values = calls.struct({"large": ["x"] * 200_000}), calls.struct({"a": [1] * 100_000})
    request = v1.RunFunctionRequest(context=large, input=values)
    slow = Caller(insecure(server.address), request.SerializeToString())
    with grpc.insecure_channel(server.address) as channel:
        stub = health_pb2_grpc.HealthStub(channel)
        watch = stub.Watch(health_pb2.HealthCheckRequest(), timeout=30)
        assert next(watch).status == health_pb2.HealthCheckResponse.SERVING
        slow.start()
        checks = 0
        while not slow.first.is_set():
            assert stub.Check(health_pb2.HealthCheckRequest(service=f"{V1}.FunctionRunnerService"), timeout=30).status
            checks += 1
        slow.stopped.set()
        assert checks > 1
        server.process.send_signal(signal.SIGTERM)
        assert next(watch).status == health_pb2.HealthCheckResponse.NOT_SERVING
    slow.join(60)
    assert slow.errors == []
    server.end()


def test_a_hang_up_ends_nothing(start: Start) -> None:
    server = start("--insecure")
    server.process.send_signal(signal.SIGHUP)
    assert server.line("SIGHUP is ignored")
    assert server.send(calls.request().SerializeToString())
    server.stop()


def never(ended: threading.Event) -> Iterator[bytes]:
    """Yield nothing until the test is over: the call waits for its request."""
    ended.wait(60)
    yield from ()


@pytest.mark.parametrize("second", [signal.SIGTERM, signal.SIGINT])
def test_a_second_signal_ends_it_at_once_and_in_order(start: Start, second: signal.Signals) -> None:
    server = start("--insecure")
    with grpc.insecure_channel(server.address) as channel:
        endless: grpc.StreamUnaryMultiCallable[bytes, bytes] = channel.stream_unary(METHOD)
        complete = threading.Event()
        running = endless.future(never(complete), timeout=60)
        quick: grpc.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(METHOD)
        quick(calls.request().SerializeToString(), timeout=30)
        server.process.send_signal(signal.SIGTERM)
        assert server.line("stopping")
        server.process.send_signal(second)
        assert running.exception(30) is not None
        complete.set()
    lines = [line["msg"] for line in server.end()]
    assert lines == ["serving", "stopping", "a second signal ends running calls", "stopped"]
