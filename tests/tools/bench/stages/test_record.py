import json
from pathlib import Path

import pytest

from tools.bench import quick
from tools.bench.stages.measure import MEASURED
from tools.bench.stages.record import Record, Timing, load, save
from tools.bench.stages.stage import STAGES

SHARES = {**dict.fromkeys(STAGES, 0.1), "decode": 0.5}


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    record = Record("3.11.7", {"services": Timing(4029.0, 9.203, SHARES)})
    save(tmp_path / "record.json", record)
    assert load(tmp_path / "record.json") == record


def test_figures_are_rounded_to_what_they_mean(tmp_path: Path) -> None:
    save(tmp_path / "record.json", Record("3.11.7", {"services": Timing(1234.56, 1 / 3, SHARES)}))
    read = load(tmp_path / "record.json").shapes["services"]
    assert (read.microseconds, read.calibrated) == (1235, 0.3333)


@pytest.mark.parametrize("file", [quick.BEFORE, quick.COMMITTED])
def test_what_is_committed_has_every_shape_and_stage(file: Path) -> None:
    record = load(file)
    assert record.shapes.keys() == set(MEASURED)
    for timing in record.shapes.values():
        assert timing.shares.keys() == set(STAGES)
        assert sum(timing.shares.values()) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("broken", [{}, {"python": "3.11"}, {"python": "3.11", "shapes": {"services": {}}}])
def test_a_file_that_is_no_record_is_refused(tmp_path: Path, broken: object) -> None:
    (tmp_path / "record.json").write_text(json.dumps(broken))
    with pytest.raises((KeyError, TypeError)):
        load(tmp_path / "record.json")
