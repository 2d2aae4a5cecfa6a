"""Lines to a file descriptor, written by a thread: whoever has something to say never waits and never fails."""

import os
import select
import threading
from collections.abc import Callable
from queue import Full, Queue

_MOST_WAITING = 1000
_END_SECONDS = 1.0


class Lines:
    """Writes lines in order. What cannot be written, or finds too many waiting, is dropped and counted.

    `notice` returns the line that says how many were dropped; it comes before the next line that can be written.
    """

    def __init__(self, descriptor: int, notice: Callable[[int], str]) -> None:
        self._descriptor = descriptor
        self._notice = notice
        self._waiting: Queue[str | None] = Queue(_MOST_WAITING)
        self._lock = threading.Lock()
        self._dropped = 0
        self._thread = threading.Thread(target=self._write_all, name="log", daemon=True)
        self._thread.start()

    def put(self, line: str) -> None:
        """Hand over a line without its end."""
        try:
            self._waiting.put_nowait(line)
        except Full:
            self._drop(1)

    def close(self) -> None:
        """Wait for what was handed over, at most two seconds: a reader that has stopped reading must not keep us."""
        try:
            self._waiting.put(None, timeout=_END_SECONDS)
        except Full:
            return
        self._thread.join(_END_SECONDS)

    def _write_all(self) -> None:
        while (line := self._waiting.get()) is not None:
            self._report_dropped()
            if not self._written(line):
                self._drop(1)
        self._report_dropped()

    def _report_dropped(self) -> None:
        with self._lock:
            count, self._dropped = self._dropped, 0
        if count and not self._written(self._notice(count)):
            self._drop(count)

    def _drop(self, count: int) -> None:
        with self._lock:
            self._dropped += count

    def _written(self, line: str) -> bool:
        rest = f"{line}\n".encode(errors="backslashreplace")
        while rest:
            try:
                rest = rest[os.write(self._descriptor, rest) :]
            except BlockingIOError:  # whoever gave us the descriptor may have set it so
                select.select([], [self._descriptor], [])
            except OSError:
                return False
        return True
