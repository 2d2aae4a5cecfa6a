import asyncio
from typing import Any

import grpc
import pytest
from structlog.testing import capture_logs

from function import fn
from function.server.answering import Answering
from function.server.service import NAMES, handlers

METHODS = [f"/{name}/RunFunction" for name in NAMES]


class Call:
    """What gRPC tells a handler about a call, and what the handler may do to it."""

    def __init__(self, method: str) -> None:
        self.method = method
        self.invocation_metadata = ()
        self.refused: tuple[grpc.StatusCode, str] | None = None

    async def abort(self, code: grpc.StatusCode, details: str) -> None:
        self.refused = (code, details)
        raise grpc.aio.AbortError


def run(call: Any, data: bytes) -> Any:
    found: list[Any] = [
        method for handler in handlers(Answering(fn.answer)) if (method := handler.service(call)) is not None
    ]
    assert len(found) == 1
    return asyncio.run(found[0].unary_unary(data, call))


@pytest.mark.parametrize("method", METHODS)
def test_a_call_of_either_version_is_answered_and_logged_once(method: str) -> None:
    with capture_logs() as lines:
        assert run(Call(method), b"") == fn.answer(b"")[0]
    assert [line["event"] for line in lines] == ["refused", "answered"]
    assert {"codes", "milliseconds"} <= lines[0].keys()


def test_bytes_that_are_not_a_request_are_the_callers_fault_and_logged_without_their_content() -> None:
    call = Call(METHODS[0])
    with capture_logs() as lines, pytest.raises(grpc.aio.AbortError):
        run(call, b"\xff")
    assert call.refused == (
        grpc.StatusCode.INVALID_ARGUMENT,
        "the request is not an apiextensions.fn.proto.v1.RunFunctionRequest",
    )
    [line] = lines
    assert (line["event"], line["log_level"], line["request_bytes"]) == ("malformed request", "info", 1)
    assert set(line) == {"event", "log_level", "request_bytes", "milliseconds"}


@pytest.mark.parametrize(
    "method", [f"/{NAMES[0]}/Other", "/apiextensions.fn.proto.v2.FunctionRunnerService/RunFunction"]
)
def test_no_other_method_is_served(method: str) -> None:
    call: Any = Call(method)
    assert [handler.service(call) for handler in handlers(Answering(fn.answer))] == [None, None]
