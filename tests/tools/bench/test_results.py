import pytest

from tests.tools.bench.made import results
from tools.bench.case import Case
from tools.bench.load import Cost
from tools.bench.results import cpu, p50, p99, rate
from tools.bench.servers import OURS, PEER
from tools.bench.spread import Spread

COST = Cost(calls=50, wall=2.0, cpu=0.1, client=0.01, p50=0.003, p99=0.02)


def test_figures_have_the_units_of_the_page() -> None:
    assert (cpu(COST), rate(COST), p50(COST), p99(COST)) == (2.0, 25.0, 3.0, 20.0)


def test_a_ratio_is_of_the_same_round() -> None:
    found = results().ratio(Case("services", OURS), Case("services", PEER), cpu)
    assert (found.low, found.median, found.high) == pytest.approx((0.1, 0.1, 0.1))


def test_the_rounds_are_counted_and_the_widest_row_is_known() -> None:
    assert results().rounds == 3
    assert results().width == pytest.approx(0.5)
    assert results().spread(Case("services", OURS), cpu) == Spread(1.0, 1.0, 1.5)


def test_what_was_not_measured_is_no_figure() -> None:
    with pytest.raises(KeyError):
        results().spread(Case("binding", PEER), cpu)
