from dataclasses import replace

import pytest

from tools.bench.stages.compare import SLOWER, better, change, slower, table
from tools.bench.stages.record import Record, Timing
from tools.bench.stages.stage import STAGES

OLD = Timing(1000.0, 10.0, {**dict.fromkeys(STAGES, 0.1), "decode": 0.5})
BEFORE = Record("3.11.7", {"services": OLD})


def after(calibrated: float, microseconds: float = 1000.0) -> Record:
    return replace(BEFORE, shapes={"services": replace(OLD, calibrated=calibrated, microseconds=microseconds)})


def test_a_slower_machine_changes_nothing() -> None:
    assert change(OLD, replace(OLD, microseconds=5000.0)) == 1.0
    assert slower(BEFORE, after(10.0, microseconds=5000.0)) == []


@pytest.mark.parametrize(("calibrated", "found"), [(5.0, []), (10 * SLOWER, []), (12.0, ["services"])])
def test_what_takes_longer_is_named(calibrated: float, found: list[str]) -> None:
    assert slower(BEFORE, after(calibrated)) == found


def test_a_new_shape_is_not_slower() -> None:
    assert slower(replace(BEFORE, shapes={}), after(99.0)) == []


def test_of_two_measurements_the_faster_one_counts_for_each_shape() -> None:
    first = Record("3.11.7", {"services": OLD, "large": OLD, "fresh": OLD})
    quick, slow = replace(OLD, calibrated=9.0), replace(OLD, calibrated=11.0)
    found = better(first, Record("3.11.7", {"services": quick, "large": slow}))
    assert found.shapes == {"services": quick, "large": OLD, "fresh": OLD}


def test_the_table_shows_both_on_the_machine_of_the_second() -> None:
    lines = list(table(BEFORE, after(5.0, microseconds=2000.0), "before"))
    assert lines[0] == "| Shape | | decode | validate | compose | judge | encode | rest | call | ratio |"
    assert lines[2] == "| services | before | 2,000 | 400 | 400 | 400 | 400 | 400 | 4,000 |  |"
    assert lines[3] == "|  | now | 1,000 | 200 | 200 | 200 | 200 | 200 | 2,000 | 0.50 |"


def test_the_table_shows_a_new_shape_alone() -> None:
    rows = list(table(replace(BEFORE, shapes={}), BEFORE, "before"))[2:]
    assert rows == ["| services | now | 500 | 100 | 100 | 100 | 100 | 100 | 1,000 |  |"]
