import signal
from collections.abc import Callable
from types import FunctionType

from tools.bench.stages.sampling import shares
from tools.bench.stages.stage import STAGES


def busy(module: str) -> Callable[[], object]:
    """Return a function that works for a while, as if it were in this module."""
    return FunctionType(work.__code__, {"__name__": module})


def work() -> int:
    return sum([number % 7 for number in [1] * 20_000])


def test_the_time_is_that_of_the_module_that_works() -> None:
    found = shares(busy("function.wire.decode"), 0.2)
    assert found == {**dict.fromkeys(STAGES, 0.0), "decode": 1.0}


def test_where_no_stage_runs_every_share_is_nothing() -> None:
    assert shares(busy("elsewhere"), 0.02) == dict.fromkeys(STAGES, 0.0)


def test_afterwards_nothing_looks_at_the_stack() -> None:
    before = signal.getsignal(signal.SIGALRM)
    shares(busy("function.fn"), 0.01)
    assert signal.getsignal(signal.SIGALRM) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
