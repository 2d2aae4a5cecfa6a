"""The judges agree: the function, the published JSON Schema in two libraries, and the XRD's CEL rules."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
import yaml
from cel_expr_python import cel
from cel_expr_python.ext import ext_optional, ext_strings

from function.apis.registry import APIS
from function.base.cel import property_name
from function.base.problems import Problem, join
from function.platform.config import PlatformConfig
from function.publish.schema.model import read
from function.publish.schema.structural import structural
from function.render import check

CORPUS = {
    api.kind: yaml.load(
        (Path(__file__).parent / "corpus" / f"{api.folder}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    for api in APIS.values()
}
CASES = [pytest.param(kind, case, id=f"{kind}: {case['case']}") for kind, cases in CORPUS.items() for case in cases]
MINIMAL: dict[str, dict[str, Any]] = {
    "EventDrivenService": {"image": "ghcr.io/example/orders:1.4.2", "nats": {"stream": "A", "consumer": "b"}},
    "InfraBinding": {"version": "1.0", "environment": "production"},
}
COARSER = {rule.message: join("spec", rule.field) for api in APIS.values() for rule in api.spec.rules if rule.places}
"""Where an API server reports a rule whose exact places only the function can name."""
SCHEMAS: dict[str, Any] = {api.kind: structural(read(api.spec, PlatformConfig())) for api in APIS.values()}
CEL = cel.NewEnv(variables={"self": cel.Type.DYN}, extensions=[ext_strings.ExtStrings(), ext_optional.ExtOptional()])
OF_KUBERNETES = "quantity("
"""Only an API server has this function, so rules that use it are left to it."""


def document(kind: str, case: Mapping[str, Any]) -> dict[str, Any]:
    spec = {**MINIMAL[kind], **case["with"]}
    return {
        "apiVersion": "platform.bizmatters.io/v1alpha1",
        "kind": kind,
        "metadata": {"name": "orders", "namespace": "shop"},
        "spec": {name: value for name, value in spec.items() if value is not None},
    }


def of_single_fields(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.code.startswith("EP1")]


WHOLE = [
    param
    for param in CASES
    if not of_single_fields(check(document(param.values[0], param.values[1]), {}))  # type: ignore[arg-type]  # our own values
]
"""The cases that get as far as the rules: an API server judges them only once every field is right."""


def rules(schema: Any) -> Iterator[dict[str, str]]:
    """Yield every rule of a schema, wherever it is."""
    if isinstance(schema, Mapping):
        yield from schema.get("x-kubernetes-validations", [])
        for found in schema.values():
            yield from rules(found)


def holds(rule: Mapping[str, str], value: object) -> bool:
    found = CEL.compile(rule["rule"]).eval(data={"self": in_cel(value)})
    assert found.type() == cel.Type.BOOL, f"{rule['rule']}: {found.value()}"
    return bool(found.value())


def in_cel(value: Any) -> Any:
    """Return the value with the keys of its own as a rule has to write them; no test here has a map of objects."""
    if isinstance(value, dict):
        return {property_name(key) if "-" in key else key: in_cel(item) for key, item in value.items()}
    return [in_cel(item) for item in value] if isinstance(value, list) else value


def broken(schema: Any, value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield place and message of each rule that does not hold, as an API server would find them."""
    for rule in schema.get("x-kubernetes-validations", []):
        if OF_KUBERNETES not in rule["rule"] and not holds(rule, value):
            yield path + rule.get("fieldPath", ""), rule["message"]
    if isinstance(value, dict):
        for key, item in value.items():
            below = schema.get("properties", {}).get(key) or schema.get("additionalProperties", {})
            yield from broken(below, item, join(path, key))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from broken(schema["items"], item, join(path, position))


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_the_function_finds_what_the_corpus_says(kind: str, case: dict[str, Any]) -> None:
    assert sorted({problem.path for problem in check(document(kind, case), {})}) == case["finds"]


@pytest.mark.parametrize(("kind", "case"), WHOLE)
def test_rules_agree(kind: str, case: dict[str, Any]) -> None:
    claim = document(kind, case)
    found = {(COARSER.get(text, path), text) for path, text in map(rule_of, check(claim, {}))}
    assert set(broken(SCHEMAS[kind], claim["spec"], "spec")) == found


def rule_of(problem: Problem) -> tuple[str, str]:
    """Return place and message without what was got, which stands before what to do."""
    wrong, _, got = problem.message.partition("; got ")
    _, stop, advice = got.partition(". ")
    return problem.path, f"{wrong}{stop}{advice}"


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_the_published_schema_agrees_about_fields(kind: str, case: dict[str, Any], files: Mapping[str, str]) -> None:
    schema = json.loads(files[f"apis/{kind.lower()}/schema.json"])
    claim = document(kind, case)
    right = not of_single_fields(check(claim, {}))
    assert jsonschema_rs.is_valid(schema, claim) == right
    # Python's $ matches before a line break at the end, so this library takes such a text for right
    if "line break" not in case["case"]:
        assert jsonschema.Draft7Validator(schema).is_valid(claim) == right


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [
        ({"type": "cpu", "utilization": 1}, []),
        ({"type": "cpu"}, [(".utilization", "a trigger of type cpu needs utilization")]),
        ({"type": "cpu", "utilization": 1, "query": "up"}, [("", "a trigger of type cpu does not take query")]),
        ({"type": "lunar", "query": "up"}, []),
        ({}, []),
    ],
)
def test_cel_keeps_variants_apart(trigger: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    triggers = SCHEMAS["EventDrivenService"]
    for step in ("scaling", "triggers"):
        triggers = triggers["properties"][step]
    found = [
        (rule.get("fieldPath", ""), said(rule, trigger))
        for rule in rules(triggers["items"])
        if not holds(rule, trigger)
    ]
    assert found == expected


def said(rule: Mapping[str, str], value: object) -> str:
    if "messageExpression" not in rule:
        return rule["message"]
    return str(CEL.compile(rule["messageExpression"]).eval(data={"self": value}).value())


@pytest.mark.parametrize("kind", sorted(APIS))
def test_every_rule_compiles(kind: str) -> None:
    for rule in rules(SCHEMAS[kind]):
        if OF_KUBERNETES not in rule["rule"]:
            CEL.compile(rule["rule"])
            CEL.compile(rule.get("messageExpression", "''"))


@pytest.mark.parametrize("kind", sorted(APIS))
def test_the_corpus_breaks_and_keeps_rules(kind: str) -> None:
    cases = CORPUS[kind]
    assert len([case for case in cases if case["finds"]]) >= 20
    assert len([case for case in cases if not case["finds"]]) >= 10
