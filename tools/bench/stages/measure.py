"""Times the stages: calls and the calibration in turns, in small batches, so that some of each are not disturbed."""

import platform
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count, cycle

from function import fn
from tools.bench.settled import Call
from tools.bench.shapes import SHAPES, Shape, platform_config, requests
from tools.bench.stages import calibration
from tools.bench.stages.record import Record, Timing
from tools.bench.stages.sampling import shares

MEASURED = ("services", "observed", "large", "fresh", "binding")

_COMPOSITES = 20
_BATCH_SECONDS = 0.01
_FEWEST_BATCHES = 50
_CALIBRATIONS = 10
"""In a batch."""
_WARMUP = 20


def measure(seconds: float, say: Callable[[str], None], names: Sequence[str] = MEASURED) -> Record:
    """Return the stages of these shapes, each measured twice for this many seconds: as a whole, and by stage."""
    shapes = {}
    for name in names:
        say(f"stages of {name}")
        shapes[name] = _timing(SHAPES[name], seconds)
    return Record(platform.python_version(), shapes)


def _timing(shape: Shape, seconds: float) -> Timing:
    call = _repeated(replace(shape, composites=min(shape.composites, _COMPOSITES)))
    for _ in range(_WARMUP):
        call()
    batch = max(1, round(_BATCH_SECONDS / _seconds(call, _WARMUP)))
    best, unit = map(min, zip(*_batches(call, batch, seconds), strict=True))
    return Timing(microseconds=best * 1e6, calibrated=best / unit, shares=shares(call, seconds))


def _batches(call: Callable[[], object], batch: int, seconds: float) -> Iterator[tuple[float, float]]:
    """Yield the seconds of a call and of the calibration, until the time is up, but not after a few of them."""
    end = time.monotonic() + seconds
    for number in count():
        if number >= _FEWEST_BATCHES and time.monotonic() > end:
            return
        yield _seconds(call, batch), _seconds(calibration.work, _CALIBRATIONS)


def _seconds(call: Callable[[], object], times: int) -> float:
    """Return the processor time of one call, in seconds."""
    started = time.process_time()
    for _ in range(times):
        call()
    return (time.process_time() - started) / times


def _repeated(shape: Shape) -> Callable[[], object]:
    """Return a function that answers the next request each time."""
    answer: Call = lambda data: fn.answer(data)[0]  # noqa: E731 - the type says what it is
    following = cycle(requests(shape, platform_config(), answer))
    return lambda: fn.answer(next(following))
