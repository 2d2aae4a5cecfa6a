"""Connections end when they are idle or old, and no call is lost with them."""

import asyncio
import threading

import grpc
import pytest
from grpc_health.v1 import health  # type: ignore[import-untyped]  # ships no types

from function import fn
from function.base.summary import Summary
from function.server import limits
from function.server.answering import Answering
from function.server.serve import _bound
from tests.conformance.callers import METHOD
from tests.server.test_serve import listener


class Slow:
    """An answer that waits until it may go on."""

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()

    def __call__(self, data: bytes) -> tuple[bytes, Summary]:
        self.begun.set()
        assert self.go_on.wait(30)
        return fn.answer(data)


async def ended(channel: grpc.aio.Channel) -> None:
    """Wait until the server has ended the connection."""
    while (state := channel.get_state()) is grpc.ChannelConnectivity.READY:
        await asyncio.wait_for(channel.wait_for_state_change(state), 30)


async def call_beyond_the_end_of_its_connection() -> tuple[bytes, bytes]:
    """Return the answers to a call that still runs when its connection is replaced, and to the next one."""
    slow = Slow()
    server, address = _bound(Answering(slow), health.aio.HealthServicer(), listener("127.0.0.1:0"))
    await server.start()
    async with grpc.aio.insecure_channel(address) as channel:
        method: grpc.aio.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(METHOD)
        running = asyncio.ensure_future(method(b""))
        assert await asyncio.to_thread(slow.begun.wait, 30)
        await ended(channel)
        slow.go_on.set()
        answers = await running, await method(b"")
    await server.stop(None)
    return answers


async def idle() -> None:
    server, address = _bound(Answering(fn.answer), health.aio.HealthServicer(), listener("127.0.0.1:0"))
    await server.start()
    async with grpc.aio.insecure_channel(address) as channel:
        method: grpc.aio.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(METHOD)
        await method(b"")
        assert channel.get_state() is grpc.ChannelConnectivity.READY
        await ended(channel)
    await server.stop(None)


def test_a_call_outlives_the_end_of_its_old_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "AGE_SECONDS", 1)
    assert asyncio.run(call_beyond_the_end_of_its_connection()) == (fn.answer(b"")[0],) * 2


def test_an_idle_connection_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "IDLE_SECONDS", 1)
    asyncio.run(asyncio.wait_for(idle(), 60))
