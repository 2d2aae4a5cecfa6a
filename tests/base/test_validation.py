from typing import Annotated

import pytest
from pydantic import StringConstraints

from function.base.manifest import Json
from function.base.model import Spec
from function.base.problems import Place
from function.base.rule import Rule
from function.base.text import Text
from function.base.validation import fits, matches, parse


class Part(Spec):
    rules = (
        Rule(
            cel="self.low <= self.high",
            message="low must not exceed high",
            field="low",
            holds=lambda part: part.low <= part.high,
            got=lambda part: f"{part.low} and {part.high}",
            code="EP299",
        ),
    )
    low: int = 0
    high: int = 9


class Whole(Spec):
    rules = (
        Rule(cel="has(self.part)", message="a part is needed", holds=lambda whole: whole.part is not None),
        Rule(
            cel="true",
            message="names must be unique",
            field="names",
            holds=lambda whole: not whole.names or whole.names == ["b"],
            breaks=lambda whole: Place("names[2]") if len(whole.names) > 1 else Place("", key=True),
        ),
    )
    names: list[str] = []
    colors: dict[Annotated[str, StringConstraints(pattern="^[a-z]+$")], int] = {}
    part: Part | None = Part()
    parts: list[Part] = []
    by_name: dict[str, Part] = {}


@pytest.mark.parametrize("text", ["orders\n", "\norders", " orders", "orders "])
def test_a_pattern_matches_whole_texts_only(text: str) -> None:
    assert matches("^[a-z]+$", "orders")
    assert not matches("^[a-z]+$", text)


@pytest.mark.parametrize(
    ("text", "expected"), [("ab", True), ("abc", True), ("a", False), ("abcd", False), ("A1", False)]
)
def test_a_text_fits_if_its_length_does_too(text: str, *, expected: bool) -> None:
    kind = Text("^[a-z]+$", meaning="small letters", example="ab", min_length=2, max_length=3)
    assert fits(kind, text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"part": {"low": 5, "high": 1}}, "spec.part.low: low must not exceed high; got 5 and 1"),
        ({"parts": [{}, {"low": 10}]}, "spec.parts[1].low: low must not exceed high; got 10 and 9"),
        ({"byName": {"a": {"high": -1}}}, "spec.byName.a.low: low must not exceed high; got 0 and -1"),
    ],
)
def test_a_broken_rule_is_told_at_its_place(value: Json, expected: str) -> None:
    parsed, problems = parse(Whole, value, "spec")
    assert parsed is not None
    assert [str(problem) for problem in problems] == [expected]
    assert problems[0].code == "EP299"


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ({"part": {"low": 5, "high": 1}}, None),
        ({"names": ["a", "b", "a"]}, Place("spec.names[2]")),
        ({"colors": {"RED": 1}}, Place("spec.colors.RED", key=True)),
        ({"colors": {"red": "x"}}, None),
    ],
)
def test_a_problem_points_at_more_than_its_path_where_that_is_not_exact(value: Json, place: Place | None) -> None:
    (problem,) = parse(Whole, value, "spec")[1]
    assert problem.place == place


def test_a_rule_may_point_at_the_object_itself() -> None:
    (problem,) = parse(Whole, {"names": ["x"]}, "spec")[1]
    assert (problem.path, problem.place) == ("spec.names", Place("spec", key=True))


def test_all_broken_rules_are_told() -> None:
    _, problems = parse(Whole, {"parts": [{"low": 10}, {"low": 11}]}, "spec")
    assert [problem.path for problem in problems] == ["spec.parts[0].low", "spec.parts[1].low"]


def test_rules_wait_until_every_field_is_right() -> None:
    parsed, problems = parse(Whole, {"part": {"low": 5, "high": "1"}}, "spec")
    assert parsed is None
    assert [problem.path for problem in problems] == ["spec.part.high"]


def test_all_wrong_fields_are_told_in_one_go() -> None:
    _, problems = parse(Whole, {"part": {"low": "a", "high": "b"}, "odd": 1}, "spec")
    assert sorted(problem.path for problem in problems) == ["spec.odd", "spec.part.high", "spec.part.low"]


def test_a_null_counts_as_absent() -> None:
    parsed, problems = parse(Whole, {"part": None, "parts": [{"low": None}]}, "spec")
    assert problems == []
    assert parsed == Whole(part=Part(), parts=[Part()])


@pytest.mark.parametrize("value", [None, [], "text", 1, True, 1.5])
def test_anything_but_an_object_is_refused_at_the_root(value: Json) -> None:
    parsed, problems = parse(Whole, value, "spec")
    assert parsed is None
    assert [problem.path for problem in problems] == ["spec"]
    assert problems[0].message.startswith("must be an object; got ")


def test_of_many_mistakes_a_hundred_are_named() -> None:
    parsed, problems = parse(Whole, {f"unknown{number}": 1 for number in range(20_000)}, "spec")
    assert parsed is None
    assert len(problems) == 100


def test_of_more_mistakes_only_the_number_is_told() -> None:
    _, problems = parse(Whole, {f"unknown{number}": 1 for number in range(20_001)}, "spec")
    assert [str(problem) for problem in problems] == ["spec: has 20001 errors. Hint: write it again"]


def test_of_many_broken_rules_a_hundred_are_named() -> None:
    _, problems = parse(Whole, {"parts": [{"low": 2, "high": 1}] * 200}, "spec")
    assert len(problems) == 100
