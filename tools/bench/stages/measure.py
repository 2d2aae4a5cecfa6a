"""Times the stages: calls in batches, each between two batches of the calibration."""

import platform
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle

from function import fn
from tools.bench.settled import Call
from tools.bench.shapes import SHAPES, Shape, platform_config, requests
from tools.bench.stages import calibration
from tools.bench.stages.record import Record, Timing
from tools.bench.stages.sampling import shares

MEASURED = ("services", "observed", "large", "fresh", "binding")

_COMPOSITES = 20
_BATCH_SECONDS = 0.05
_WARMUP = 20


def measure(seconds: float, say: Callable[[str], None]) -> Record:
    """Return the stages of all shapes, each measured for so many seconds twice: as a whole, and its stages."""
    before = calibration_microseconds()
    shapes = {}
    for name in MEASURED:
        say(f"stages of {name}")
        shapes[name] = _timing(SHAPES[name], seconds)
    return Record(platform.python_version(), min(before, calibration_microseconds()), shapes)


def calibration_microseconds() -> float:
    """Return the microseconds of the calibration, the best of some batches."""
    return min(_seconds(calibration.work, 20) for _ in range(10)) * 1e6


def _timing(shape: Shape, seconds: float) -> Timing:
    call = _repeated(replace(shape, composites=min(shape.composites, _COMPOSITES)))
    for _ in range(_WARMUP):
        call()
    batch = max(1, round(_BATCH_SECONDS / _seconds(call, _WARMUP)))
    pairs = list(_pairs(call, batch, seconds))
    return Timing(
        microseconds=min(spent for spent, _ in pairs) * 1e6,
        calibrated=statistics.median(spent / unit for spent, unit in pairs),
        shares=shares(call, seconds),
    )


def _pairs(call: Callable[[], object], batch: int, seconds: float) -> Iterator[tuple[float, float]]:
    """Yield the seconds of a call and of the calibration, measured one after the other."""
    end = time.monotonic() + seconds
    unit = _seconds(calibration.work, 10)
    while time.monotonic() < end:
        spent = _seconds(call, batch)
        after = _seconds(calibration.work, 10)
        yield spent, (unit + after) / 2
        unit = after


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
