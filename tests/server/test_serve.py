import asyncio
import socket

import grpc
import pytest
from grpc_health.v1 import health  # type: ignore[import-untyped]  # ships no types

from function import fn
from function.server import StartError
from function.server.answering import Answering
from function.server.serve import Listener, _bound, serve


def listener(address: str, credentials: grpc.ServerCredentials | None = None) -> Listener:
    return Listener(address=address, credentials=credentials, receive_bytes=1024, send_bytes=1024, version="0.0.0")


def refusal(address: str) -> str:
    with pytest.raises(StartError) as caught:
        asyncio.run(serve(fn.answer, listener(address)))
    return str(caught.value)


def test_a_port_in_use_is_refused_before_anything_runs() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        address = f"127.0.0.1:{other.getsockname()[1]}"
        assert refusal(address) == f"cannot listen on {address}: address already in use"


def test_what_only_grpc_knows_to_be_wrong_is_refused() -> None:
    address = "unix:/no/such/folder/function.sock"
    assert refusal(address) == f"cannot listen on {address}: gRPC cannot use this address"


async def bind_twice() -> None:
    answering, healthy = Answering(fn.answer), health.aio.HealthServicer()
    first, address = _bound(answering, healthy, listener("127.0.0.1:0"))
    try:
        _bound(answering, healthy, listener(address))
    finally:
        await first.stop(None)


def test_a_port_taken_after_the_check_is_refused_and_not_shared() -> None:
    with pytest.raises(StartError, match="gRPC cannot use this address"):
        asyncio.run(bind_twice())
