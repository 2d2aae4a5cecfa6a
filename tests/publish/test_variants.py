"""Fields of one name that differ from variant to variant: function, JSON Schema, API server and page tell the same."""

from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml

from function.base.problems import Problem
from function.base.validation import parse
from function.platform.config import PlatformConfig
from function.publish.pages.reference import fields
from function.publish.schema.json_schema import json_schema
from function.publish.schema.model import read
from function.publish.schema.structural import structural
from tests.publish.judges import broken, of_single_fields, rule_of, validator
from tests.publish.variants import Variants

TREE = read(Variants, PlatformConfig())
SCHEMA: Any = structural(TREE)
STRUCTURE = validator(SCHEMA)
PUBLISHED = jsonschema_rs.validator_for(json_schema(TREE))
CORPUS = yaml.safe_load((Path(__file__).parent / "corpus" / "variants.yaml").read_text(encoding="utf-8"))
CASES = [pytest.param(case["with"], case["finds"], id=case["case"]) for case in CORPUS]
ANOTHER_TEXT = ("EP101", "EP102")
"""A missing and a foreign field: only an API server has to name the type, since its path does not show it."""


def function(spec: Any) -> list[Problem]:
    return parse(Variants, spec, "spec")[1]


def wrong(problem: Problem) -> str:
    """Return what is wrong, without what was got and what to do."""
    return rule_of(problem)[1].partition(". Hint: ")[0].partition(", got ")[0]


def finds(spec: Any) -> set[tuple[str, str]]:
    """Return what an API server says; rules are judged once every field has its type and bounds."""
    return set(broken(SCHEMA, spec, "spec")) if STRUCTURE.is_valid(spec) else set()


@pytest.mark.parametrize(("spec", "places"), CASES)
def test_the_function_finds_what_the_corpus_says(spec: Any, places: list[str]) -> None:
    assert sorted({problem.path for problem in function(spec)}) == places


@pytest.mark.parametrize(("spec", "places"), CASES)
def test_an_api_server_refuses_the_same(spec: Any, places: list[str]) -> None:
    assert (STRUCTURE.is_valid(spec) and not finds(spec)) == (not places)


@pytest.mark.parametrize(("spec", "places"), CASES)
def test_the_published_schema_refuses_the_same(spec: Any, places: list[str]) -> None:
    assert PUBLISHED.is_valid(spec) == (not of_single_fields(function(spec)))


@pytest.mark.parametrize("spec", [case["with"] for case in CORPUS if finds(case["with"])])
def test_a_rule_has_the_message_of_the_function(spec: Any) -> None:
    for path, message in finds(spec):
        problems = [problem for problem in function(spec) if problem.path.startswith(path)]
        texts = {wrong(problem) for problem in problems if problem.code not in ANOTHER_TEXT}
        assert not texts or message.removeprefix("each item ").removeprefix("each value ") in texts


def test_most_differences_are_told_by_rules() -> None:
    """Were they refused by the shared schema, the message would be about all variants."""
    wrong = [case["with"] for case in CORPUS if case["finds"]]
    assert len([spec for spec in wrong if finds(spec)]) > len(wrong) / 2


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        ("spec.streams.*` with `type: kafka", ["| `topic` | string | **required** |", "| `retention_ms` | integer |"]),
        ("spec.streams.*` with `type: pulsar", ["| `topic` | string | **required** |", "| `retention_ms` | string |"]),
        ("spec.lookups.*` with `type: mongodb", ["| `database` | string | **required** |", "| `sampling` | number |"]),
        ("spec.lookups.*` with `type: redis", ["| `database` | integer |  |", "| `sampling` | integer |"]),
        ("spec.lookups.*.login` with `type: redis", ["| `user` | string | **required** |", "at most 10*"]),
    ],
)
def test_the_page_tells_what_each_variant_takes(heading: str, rows: list[str]) -> None:
    sections = fields(TREE, "spec").split("### ")
    (section,) = [text for text in sections if text.startswith(f"`{heading}`")]
    assert [row for row in rows if row not in section] == []
