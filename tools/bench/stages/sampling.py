"""The share of each stage, from a look at the stack every millisecond: the call itself is not slowed down."""

import signal
import time
from collections import Counter
from collections.abc import Callable, Mapping
from types import FrameType

from tools.bench.stages.stage import STAGES, stage_at

_EVERY_SECONDS = 0.000_97
"""Not a round number, so that it keeps no step with the calls."""


def shares(call: Callable[[], object], seconds: float) -> Mapping[str, float]:
    """Return the share of each stage while `call` is repeated for some time; together they are 1."""
    seen: Counter[str] = Counter()

    def look(_signal: int, frame: FrameType | None) -> None:
        stage = stage_at(frame)
        if stage is not None:
            seen[stage] += 1

    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, _EVERY_SECONDS, _EVERY_SECONDS)
    try:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            call()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    total = max(seen.total(), 1)
    return {stage: seen[stage] / total for stage in STAGES}
