"""Whatever callers hold at the same time fits into the memory that the function's pod is given."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
import yaml
from crossplane.function.proto.v1 import run_function_pb2 as v1

from function.base.quantity import parse_quantity
from function.server.limits import CALLS, STREAMS
from tests.conformance import calls
from tests.conformance.half_sent import HalfSent
from tests.conformance.server import Server

RUNTIME = Path(__file__).parents[2] / "package" / "install" / "runtime.yaml"
MESSAGE = 4 * 1024 * 1024 - 100
MEGABYTE = 1024 * 1024
Start = Callable[..., Server]

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads the peak of memory from /proc")


def limit() -> float:
    """Return the bytes of memory that the shipped pod may use."""
    runtime = next(iter(yaml.safe_load_all(RUNTIME.read_text())))
    (container,) = runtime["spec"]["deploymentTemplate"]["spec"]["template"]["spec"]["containers"]
    return float(parse_quantity(container["resources"]["limits"]["memory"]))


def peak(server: Server) -> int:
    """Return the most bytes of memory that the process has used so far."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def test_of_100_requests_without_an_end_no_more_are_kept_than_may_run(start: Start) -> None:
    server = start("--insecure")
    before = peak(server)
    with ExitStack() as open_connections:
        connections = [open_connections.enter_context(closing(HalfSent(server.address))) for _ in range(7)]
        assert sum(connection.send(15, MESSAGE) for connection in connections) == CALLS
        assert peak(server) - before < CALLS * 2 * MESSAGE
    assert server.send(calls.request().SerializeToString())


def test_the_worst_request_beside_as_many_unfinished_ones_as_there_may_be(start: Start) -> None:
    """Wrong labels cost the most memory of what was tried: each is an entry, and a mistake as well."""
    server = start("--insecure")
    worst = calls.request(calls.composite(podLabels={f"-{number}": "x" for number in range(264_000)}))
    data = worst.SerializeToString()
    assert 3.8 * MEGABYTE < len(data) < MESSAGE
    with ExitStack() as open_connections:
        connections = [open_connections.enter_context(closing(HalfSent(server.address))) for _ in range(2)]
        taken = connections[0].send(STREAMS, MESSAGE) + connections[1].send(STREAMS - 1, MESSAGE)
        assert taken == CALLS - 1
        answer = v1.RunFunctionResponse.FromString(server.send(data))
    assert v1.SEVERITY_FATAL in {result.severity for result in answer.results}
    assert peak(server) < limit()
