"""The judges agree: the function, the published JSON Schema in two libraries, and the XRD's schema and CEL rules."""

from collections.abc import Mapping
from typing import Any

import jsonschema
import pytest

from function.apis.registry import APIS
from function.base.problems import errors
from function.render import check
from tests.publish.conftest import Published
from tests.publish.judges import (
    OF_KUBERNETES,
    SCHEMAS,
    accepted,
    broken,
    compiled,
    holds,
    message,
    of_single_fields,
    of_the_schema,
    rule_of,
    rules,
)
from tests.publish.specs import CORPUS, coarser, document

CASES = [pytest.param(kind, case, id=f"{kind}: {case['case']}") for kind, cases in CORPUS.items() for case in cases]


WHOLE = [
    param
    for param in CASES
    if not of_single_fields(check(document(param.values[0], param.values[1]), None))  # type: ignore[arg-type]  # our own values
]
"""The cases that get as far as the rules: an API server judges them only once every field is right."""


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_the_function_finds_what_the_corpus_says(kind: str, case: dict[str, Any]) -> None:
    assert sorted({problem.path for problem in errors(check(document(kind, case), None))}) == case["finds"]


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_an_api_server_refuses_the_same(kind: str, case: dict[str, Any]) -> None:
    assert accepted(kind, document(kind, case)["spec"]) == (not case["finds"])


@pytest.mark.parametrize(("kind", "case"), WHOLE)
def test_rules_agree(kind: str, case: dict[str, Any]) -> None:
    claim = document(kind, case)
    found = {(coarser(text, path), text) for path, text in map(rule_of, errors(check(claim, None)))}
    assert set(broken(SCHEMAS[kind], claim["spec"], "spec")) == found


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_the_published_schema_agrees(
    kind: str, case: dict[str, Any], schemas: Mapping[str, Any], published: Published
) -> None:
    claim = document(kind, case)
    right = not of_the_schema(check(claim, None))
    assert published[kind].is_valid(claim) == right
    # Python's $ matches before a line break at the end, so this library takes such a text for right
    if "line break" not in case["case"]:
        assert jsonschema.Draft7Validator(schemas[kind]).is_valid(claim) == right


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [
        ({"type": "cpu", "utilization": 1}, []),
        ({"type": "cpu"}, [(".utilization", "a trigger of type cpu requires utilization")]),
        ({"type": "cpu", "utilization": 1, "query": "up"}, [("", "a trigger of type cpu does not accept query")]),
        (
            {"type": "cpu", "utilization": 1, "query": "up", "stream": "a"},
            [("", "a trigger of type cpu does not accept stream")],
        ),
        ({"type": "lunar", "query": "up"}, []),
        ({}, []),
    ],
)
def test_cel_keeps_variants_apart(trigger: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    triggers = SCHEMAS["EventDrivenService"]
    for step in ("scaling", "triggers"):
        triggers = triggers["properties"][step]
    schema = triggers["items"]
    found = [
        (rule.get("fieldPath", ""), message(rule, schema, trigger))
        for rule in rules(schema)
        if not holds(rule, schema, trigger)
    ]
    assert found == expected


@pytest.mark.parametrize("kind", sorted(APIS))
def test_every_rule_compiles(kind: str) -> None:
    for rule in rules(SCHEMAS[kind]):
        if OF_KUBERNETES not in rule["rule"]:
            compiled(rule["rule"])
            compiled(rule.get("messageExpression", "''"))


@pytest.mark.parametrize("kind", sorted(APIS))
def test_the_corpus_breaks_and_keeps_rules(kind: str) -> None:
    cases = CORPUS[kind]
    assert len([case for case in cases if case["finds"]]) >= 20
    assert len([case for case in cases if not case["finds"]]) >= 10
