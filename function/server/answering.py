"""Where calls are answered: on threads, so that signals, health checks and keepalive work while a call is slow."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeAlias

from function.base.summary import Summary

Answer: TypeAlias = Callable[[bytes], tuple[bytes, Summary]]

LARGE_BYTES = 256 * 1024


class Answering:
    """Answers calls on two threads and counts them: `begun` in all, `running` now.

    Python runs one thread at a time, so more threads would answer nothing sooner. Large requests have a thread of their
    own: small ones do not wait for them, and the memory of only one is needed at a time.
    """

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._small = ThreadPoolExecutor(max_workers=1, thread_name_prefix="small")
        self._large = ThreadPoolExecutor(max_workers=1, thread_name_prefix="large")
        self.begun = 0
        self.running = 0

    async def answer(self, data: bytes) -> tuple[bytes, Summary]:
        """Return what the answer function returns, or raise what it raises; a cancelled call that waits never runs."""
        pool = self._large if len(data) > LARGE_BYTES else self._small
        self.begun += 1
        self.running += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, self._answer, data)
        finally:
            self.running -= 1

    def close(self) -> None:
        """Drop what still waits; what runs goes on to its end, which the end of the process waits for."""
        for pool in (self._small, self._large):
            pool.shutdown(wait=False, cancel_futures=True)
