"""The parts of a scope are all of its scenarios, each once."""

from pathlib import Path

import pytest

from tools.e2e.part import Part, parts, share

SCENARIOS = [Path(f"test_{name}.py") for name in ("many", "edits", "status", "end", "owners")]


SECONDS = {"test_many": 400.0, "test_owners": 300.0, "test_edits": 200.0, "test_status": 100.0, "test_end": 1.0}


def test_each_scenario_is_in_one_part_of_each_scope() -> None:
    for scope in ("claims", "namespaced"):
        found = [scenario for part in parts() if part.scope == scope for scenario in part.chosen(SCENARIOS, SECONDS)]
        assert sorted(found) == sorted(SCENARIOS)


def test_parts_take_about_as_long_and_have_scenarios_in_the_order_of_their_names() -> None:
    chosen = [[path.stem for path in Part("claims", number, 2).chosen(SCENARIOS, SECONDS)] for number in (1, 2)]
    assert chosen == [["test_end", "test_many", "test_status"], ["test_edits", "test_owners"]]


def test_scenarios_that_have_not_run_yet_are_dealt_out() -> None:
    sizes = [len(Part("claims", number, 2).chosen(SCENARIOS, {})) for number in (1, 2)]
    assert sorted(sizes) == [2, 3]


def test_there_may_be_more_parts_than_scenarios() -> None:
    sizes = [len(Part("claims", number, 7).chosen(SCENARIOS, SECONDS)) for number in range(1, 8)]
    assert sorted(sizes) == [0, 0, 1, 1, 1, 1, 1]


def test_the_whole_has_the_name_of_its_scope() -> None:
    assert Part("claims").name == "claims"
    assert Part("claims", 2, 3).name == "claims-2"


def test_the_names_of_parts_are_different() -> None:
    names = [part.name for part in parts()]
    assert len(set(names)) == len(names)


def test_a_share() -> None:
    assert share("2/3") == (2, 3)


@pytest.mark.parametrize("text", ["", "1", "0/2", "3/2", "1/2/3", "one/2", "-1/2"])
def test_what_is_no_share(text: str) -> None:
    with pytest.raises(ValueError, match="not a part: "):
        share(text)
