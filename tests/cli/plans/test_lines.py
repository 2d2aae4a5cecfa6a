import pytest

from function.cli.plans.lines import MARKS, lines
from function.plan.difference import Change
from function.plan.verdict import Action, ClaimPlan, Plan
from tests.plan.plans import DANGEROUS, EVERY, NOTHING, planned


def printed(*changes: Change) -> list[str]:
    claim = ClaimPlan(kind="K", namespace="n", name="a", objects=(planned(Action.CHANGE, *changes),))
    return [line.text for line in lines(Plan((claim,)))][2:-1]


def test_no_change_is_no_line() -> None:
    assert list(lines(NOTHING)) == []


def test_every_object_is_a_line_with_its_mark() -> None:
    found = [line for line in lines(EVERY) if line.action and "refused:" not in line.text]
    assert [line.text.split()[:2] for line in found] == [
        [MARKS[line.action], line.action.value] for line in found if line.action
    ]
    assert len(found) == len(Action)


def test_a_refused_claim_says_why_and_what_stays() -> None:
    assert [line.text for line in lines(EVERY)][-4:] == [
        "InfraBinding n/b",
        "x refused: all objects stay as they are",
        "    x.yaml:1:1: EP101 no",
        "",
    ]


def test_an_object_without_a_namespace_has_only_its_name() -> None:
    cluster_wide = ClaimPlan(kind="K", namespace="n", name="a", objects=(planned(Action.KEEP),))
    text = "".join(line.text for line in lines(Plan((cluster_wide,))))
    assert "Kind n/keep" in text


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Change("a", 1, None), ["    a: 1 -> (none)"]),
        (Change("a", None, "b"), ['    a: (none) -> "b"']),
        (Change("a", [1], {"b": True}), ['    a: [1] -> {"b": true}']),
        (Change("a", "x\ny", "x\nz"), ["    a:", "      -y", "      +z"]),
        (Change("a", "x", "x\nz"), ["    a:", "      +z"]),
        (Change("a", None, "x\ny"), ['    a: (none) -> "x\\ny"']),
        (Change("a", "x\n" * 3000, "y"), ["    a:", "      3001 lines -> 1 line"]),
    ],
)
def test_a_change_shows_both_values(change: Change, expected: list[str]) -> None:
    assert printed(change) == expected


def test_long_values_are_cut() -> None:
    (line,) = printed(Change("a", "b" * 1000, 1))
    assert len(line) < 250
    assert "…" in line


def test_nothing_that_a_terminal_or_a_ci_system_interprets_is_printed() -> None:
    text = "\n".join(line.text for line in lines(DANGEROUS))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "##[" not in text
    assert not [line for line in text.split("\n") if line.lstrip().startswith("::")]
