import asyncio
import signal

from structlog.testing import capture_logs

from function.server.answering import Answering
from function.server.drain import DRAIN_SECONDS, GRACE_SECONDS, Signals, pause
from tests.server.test_log import CALL


async def after(*numbers: signal.Signals) -> tuple[bool, bool]:
    signals = Signals()
    signals.listen()
    handled = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, handled.set)
    for number in (*numbers, signal.SIGUSR1):
        signal.raise_signal(number)
    await handled.wait()  # signals are handled in their order
    signals.ignore()
    signal.raise_signal(signal.SIGTERM)  # and we live
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    return signals.stop.is_set(), signals.now.is_set()


def test_a_hang_up_ends_nothing_and_is_logged() -> None:
    with capture_logs() as lines:
        assert asyncio.run(after(signal.SIGHUP)) == (False, False)
    assert [line["event"] for line in lines] == ["SIGHUP is ignored"]


def test_the_first_signal_stops_and_the_second_hurries() -> None:
    assert asyncio.run(after(signal.SIGINT)) == (True, False)
    with capture_logs() as lines:
        assert asyncio.run(after(signal.SIGTERM, signal.SIGINT, signal.SIGTERM)) == (True, True)
    assert lines == [{"event": "a second signal ends running calls", "log_level": "warning", "signal": "SIGINT"}]


async def paused(now: asyncio.Event, *, running: int) -> float:
    answering = Answering(lambda data: (data, CALL))
    answering.running = running
    loop = asyncio.get_running_loop()
    began = loop.time()
    await pause(answering, now)
    return loop.time() - began


def test_without_calls_the_pause_is_short_and_with_one_that_runs_it_waits_for_nothing_but_the_second_signal() -> None:
    assert asyncio.run(paused(asyncio.Event(), running=0)) < DRAIN_SECONDS
    now = asyncio.Event()
    now.set()
    assert asyncio.run(paused(now, running=1)) < DRAIN_SECONDS


def test_a_pod_is_given_longer_than_the_drain_takes() -> None:
    assert DRAIN_SECONDS + GRACE_SECONDS < 30
