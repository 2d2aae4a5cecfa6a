"""The parts of a scope are all of its scenarios, each once."""

from pathlib import Path

import pytest

from tools.e2e.part import Part, parts, share

SCENARIOS = [Path(f"test_{name}.py") for name in ("many", "edits", "status", "end", "owners")]


def test_each_scenario_is_in_one_part_of_each_scope() -> None:
    for scope in ("claims", "namespaced"):
        found = [scenario for part in parts() if part.scope == scope for scenario in part.chosen(SCENARIOS)]
        assert found == sorted(SCENARIOS)


@pytest.mark.parametrize("count", [1, 2, 3, 5, 7])
def test_parts_are_of_almost_the_same_size(count: int) -> None:
    sizes = [len(Part("claims", number, count).chosen(SCENARIOS)) for number in range(1, count + 1)]
    assert sum(sizes) == len(SCENARIOS)
    assert max(sizes) - min(sizes) <= 1


def test_a_part_has_scenarios_in_the_order_of_their_names() -> None:
    assert [path.stem for path in Part("claims", 1, 2).chosen(SCENARIOS)] == ["test_edits", "test_end"]
    assert [path.stem for path in Part("claims", 2, 2).chosen(SCENARIOS)] == ["test_many", "test_owners", "test_status"]


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
