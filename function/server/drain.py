"""How the server ends: it stays until nobody calls, so that no call is cut off."""

import asyncio
import signal

import structlog

from function.server.answering import Answering

DRAIN_SECONDS = 12
"""How long to wait for a pause between calls."""

GRACE_SECONDS = 15
"""How long calls may go on once no new ones are taken; both together are less than the 30 s that a pod is given."""

_PAUSE_SECONDS = 0.5

_log = structlog.get_logger()


class Signals:
    """SIGTERM and SIGINT: the first sets `stop`, the second `now`, others are logged. SIGHUP changes nothing."""

    def __init__(self) -> None:
        self.stop = asyncio.Event()
        self.now = asyncio.Event()

    def listen(self) -> None:
        """Take the signals over, for the rest of the process's life: by default they would end it without a word."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._end, number)
        loop.add_signal_handler(signal.SIGHUP, _log.info, "SIGHUP is ignored")

    def ignore(self) -> None:
        """Let no signal end what is left to do: the loop would put the defaults back when it is closed."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            asyncio.get_running_loop().remove_signal_handler(number)
            signal.signal(number, signal.SIG_IGN)

    def _end(self, number: signal.Signals) -> None:
        if self.stop.is_set() and not self.now.is_set():
            _log.warning("a second signal ends running calls", signal=number.name)
            self.now.set()
        self.stop.set()


async def pause(answering: Answering, now: asyncio.Event) -> None:
    """Wait until nobody has called for a moment, or `now` is set, at most DRAIN_SECONDS."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + DRAIN_SECONDS
    while loop.time() < deadline:
        begun = answering.begun
        if await _set_within(now, _PAUSE_SECONDS) or (answering.running == 0 and answering.begun == begun):
            return


async def _set_within(event: asyncio.Event, seconds: float) -> bool:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return False
    return True
