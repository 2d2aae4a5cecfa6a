import pytest

from tests.tools.bench.made import results
from tools.bench import tables
from tools.bench.spread import Spread
from tools.bench.targets import TARGETS


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.0123, "0.012"),
        (0.1234, "0.123"),
        (9.876, "9.88"),
        (99.94, "99.9"),
        (1234.5, "1,234"),
        (-0.5, "-0.5"),
    ],
)
def test_a_number_has_the_digits_that_mean_something(value: float, text: str) -> None:
    assert tables.number(value) == text


def test_a_figure_has_its_quartiles() -> None:
    assert tables.figure(Spread(1, 2.345, 3)) == "2.35 (1-3)"


def test_text_stands_left_and_numbers_right() -> None:
    made = tables.table(["a", "b", "c"], iter([["x", "1", "2"]]))
    assert made == "| a | b | c |\n| --- | ---: | ---: |\n| x | 1 | 2 |"


def test_each_target_is_a_row() -> None:
    assert len(tables.targets(results()).splitlines()) == len(TARGETS) + 2


def test_a_row_compares_with_the_peer_and_ours_stands_out() -> None:
    rows = tables.costs(results(), callers=16, tls=True).splitlines()
    assert len(rows) == 5
    assert rows[4] == (
        "| 100 services, 41 kB | **function-event-platform** | 1 (1-1.5) | 0.1 (0.1-0.1) | 1 | 2 | 1,000 |"
    )


def test_what_the_peer_cannot_do_has_no_ratio() -> None:
    rows = tables.costs(results(), callers=1, tls=False).splitlines()
    (binding,) = [row for row in rows if "InfraBinding" in row and "**" in row]
    assert binding.split(" | ")[3] == ""
