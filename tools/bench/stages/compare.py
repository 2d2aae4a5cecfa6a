"""A comparison of two records of the stages."""

from collections.abc import Iterator
from dataclasses import replace

from tools.bench.stages.record import Record, Timing
from tools.bench.stages.stage import STAGES

SLOWER = 1.15
"""Above this, a call takes longer: what the same code varies by from run to run is less."""


def change(before: Timing, after: Timing) -> float:
    """Return what a call takes now, as a multiple of before, independent of the machine."""
    return after.calibrated / before.calibrated


def slower(before: Record, after: Record) -> list[str]:
    """Return the shapes that take longer now."""
    common = [name for name in after.shapes if name in before.shapes]
    return [name for name in common if change(before.shapes[name], after.shapes[name]) > SLOWER]


def better(first: Record, second: Record) -> Record:
    """Return the first record, with what was faster in the second."""
    faster = {
        name: timing for name, timing in second.shapes.items() if timing.calibrated < first.shapes[name].calibrated
    }
    return replace(first, shapes={**first.shapes, **faster})


def table(before: Record, after: Record, called: str) -> Iterator[str]:
    """Yield a table in microseconds on the machine of `after`; `called` is what `before` is called in it."""
    yield f"| Shape | | {' | '.join(STAGES)} | call | ratio |"
    yield f"|---|---|{'---:|' * (len(STAGES) + 2)}"
    for name, now in after.shapes.items():
        if name in before.shapes:
            old = before.shapes[name]
            ratio = change(old, now)
            yield _row(name, called, old, now.microseconds / ratio, "")
            yield _row("", "now", now, now.microseconds, f"{ratio:.2f}")
        else:
            yield _row(name, "now", now, now.microseconds, "")


def _row(name: str, when: str, timing: Timing, whole: float, ratio: str) -> str:
    stages = " | ".join(f"{whole * timing.shares[stage]:,.0f}" for stage in STAGES)
    return f"| {name} | {when} | {stages} | {whole:,.0f} | {ratio} |"
