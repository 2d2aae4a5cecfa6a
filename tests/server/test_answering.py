import asyncio
import threading
from dataclasses import replace

import pytest

from function import fn
from function.base.summary import Summary
from function.server.answering import LARGE_BYTES, Answering
from function.wire.request import MalformedRequestError
from tests.server.test_log import CALL

LARGE = b"x" * (LARGE_BYTES + 1)


class Slow:
    """An answer that waits until it may go on."""

    def __init__(self) -> None:
        self.go_on, self.threads = threading.Event(), list[str]()

    def __call__(self, data: bytes) -> tuple[bytes, Summary]:
        self.threads.append(threading.current_thread().name)
        assert self.go_on.wait(30)
        return data, replace(CALL, tag=str(len(data)))


async def while_a_large_one_runs() -> tuple[int, int, bytes]:
    slow = Slow()
    answering = Answering(lambda data: slow(data) if data == LARGE else (data, CALL))
    large = asyncio.ensure_future(answering.answer(LARGE))
    small = await answering.answer(b"small")
    counted = answering.running, answering.begun
    slow.go_on.set()
    await large
    return *counted, small[0]


def test_the_loop_and_small_calls_go_on_while_a_large_one_runs() -> None:
    assert asyncio.run(while_a_large_one_runs()) == (1, 2, b"small")


async def cancelled_in_the_queue() -> list[str]:
    slow = Slow()
    answering = Answering(slow)
    first = asyncio.ensure_future(answering.answer(b"1"))
    second = asyncio.ensure_future(answering.answer(b"2"))
    while not slow.threads:
        await asyncio.sleep(0)
    second.cancel()
    await asyncio.wait({second})
    slow.go_on.set()
    await first
    answering.close()
    return slow.threads


def test_a_call_that_is_cancelled_while_it_waits_is_never_answered() -> None:
    assert len(asyncio.run(cancelled_in_the_queue())) == 1


async def failing() -> int:
    answering = Answering(fn.answer)
    with pytest.raises(MalformedRequestError):
        await answering.answer(b"\xff")
    return answering.running


def test_what_the_answer_raises_is_raised_and_the_call_is_over() -> None:
    assert asyncio.run(failing()) == 0
