"""`make bench QUICK=1`: the stages of a call, compared with those that are committed."""

from collections.abc import Callable
from pathlib import Path

from tools.bench.stages import compare, measure, record
from tools.golden import ROOT

BEFORE = ROOT / "docs" / "performance" / "before.json"
"""The stages of the version that the work on speed began with."""
COMMITTED = ROOT / "docs" / "performance" / "stages.json"

_SECONDS = 3.0


def run(say: Callable[[str], None], save: Path | None) -> int:
    """Print the comparison; 1 if a shape takes longer than committed."""
    committed = record.load(COMMITTED)
    now = measure.measure(_SECONDS, say)
    if suspected := compare.slower(committed, now):
        say("once more, since these took longer:")
        now = compare.better(now, measure.measure(_SECONDS, say, suspected))
    if save is not None:
        record.save(save, now)
    say(
        "\nMicroseconds of one call, in this process, with the committed figures scaled to the speed of this machine:\n"
    )
    say("\n".join(compare.table(committed, now, "committed")))
    if now.python != committed.python:
        say(f"\nThe committed figures are of Python {committed.python}, these of {now.python}: ratios may differ.")
    slower = compare.slower(committed, now)
    say(f"\nslower: {', '.join(slower)}" if slower else f"\nno shape is slower than {compare.SLOWER} times")
    return int(bool(slower))
