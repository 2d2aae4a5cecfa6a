import pytest

from function.base.manifest import Json
from function.spec.env import twice
from tests.documents import worker
from tests.support import assert_rejects

SOURCE = "a reference needs env or envFrom. list keys under env, or set envFrom: true to take all keys"
PREFIX = "prefix goes with envFrom. set envFrom: true, or write full names under env"
ENV_NAME = "must be letters, digits, '_', '-' and '.', not beginning with a digit; got "


@pytest.mark.parametrize(
    ("names", "expected"), [([], []), (["A"], []), (["B", "A", "B", "A", "C", "A"], ["A", "B"]), (["a", "A"], [])]
)
def test_names_that_occur_twice(names: list[str], expected: list[str]) -> None:
    assert twice(names) == expected


def key(field: str, **entry: Json) -> dict[str, Json]:
    name = {"secretRefs": "secretKey", "configMapRefs": "configMapKey"}[field]
    return {name: "url", "envName": "DATABASE_URL", **entry}


@pytest.mark.parametrize("field", ["secretRefs", "configMapRefs"])
@pytest.mark.parametrize(
    ("ref", "path", "message"),
    [
        ({"name": "a"}, "", SOURCE),
        ({"name": "a", "env": []}, "", SOURCE),
        ({"name": "a", "envFrom": False}, "", SOURCE),
        ({"envFrom": True}, ".name", "required field missing"),
        ({"name": "", "envFrom": True}, ".name", "must be lower-case letters, digits, dashes and dots; got ''"),
        ({"name": "A", "envFrom": True}, ".name", "must be lower-case letters, digits, dashes and dots; got 'A'"),
        ({"name": "ä", "envFrom": True}, ".name", "must be lower-case letters, digits, dashes and dots; got 'ä'"),
        ({"name": "a", "envFrom": "true"}, ".envFrom", "must be true or false; got 'true'. remove the quotes"),
        ({"name": "a", "envFrom": True, "prefix": "1_"}, ".prefix", ENV_NAME + "'1_'"),
        (
            {"name": "a", "envFrom": True, "key": "x"},
            ".key",
            "unknown field. known here: env, envFrom, name, optional, prefix",
        ),
        ("a", "", "must be an object; got a string"),
    ],
)
def test_a_reference_that_is_wrong(field: str, ref: Json, path: str, message: str) -> None:
    assert_rejects(worker(**{field: [ref]}), f"spec.{field}[0]{path}", message)


@pytest.mark.parametrize("field", ["secretRefs", "configMapRefs"])
@pytest.mark.parametrize(
    ("entry", "path", "message"),
    [
        ({"envName": None}, ".envName", "required field missing"),
        ({"envName": "A=B"}, ".envName", ENV_NAME + "'A=…'"),
        ({"envName": ""}, ".envName", ENV_NAME + "''"),
        ({"optional": "yes"}, ".optional", "must be true or false; got 'yes'. remove the quotes"),
        ({"value": "CANARY"}, ".value", None),
    ],
)
def test_a_key_that_is_wrong(field: str, entry: dict[str, Json], path: str, message: str | None) -> None:
    spec = worker(**{field: [{"name": "a", "env": [key(field, **entry)]}]})
    known = sorted(["envName", "optional", *key(field)][:2] + list(key(field))[:1])
    unknown = f"unknown field. known here: {', '.join(known)}"
    assert_rejects(spec, f"spec.{field}[0].env[0]{path}", message or unknown)


@pytest.mark.parametrize("field", ["secretRefs", "configMapRefs"])
def test_a_prefix_without_env_from(field: str) -> None:
    spec = worker(**{field: [{"name": "a", "env": [key(field)], "prefix": "P_"}]})
    assert_rejects(spec, f"spec.{field}[0].prefix", PREFIX)


@pytest.mark.parametrize(
    ("variable", "path", "message"),
    [
        ({"value": "x"}, ".name", "required field missing"),
        ({"name": "A"}, ".value", "required field missing"),
        ({"name": "A", "value": None}, ".value", "required field missing"),
        ({"name": "A", "valueFrom": {}, "value": "x"}, ".valueFrom", "unknown field; did you mean 'value'?"),
        ({"name": "A", "value": ["CANARY"]}, ".value", "must be a string"),
        ({"name": "A", "value": {"CANARY": 1}}, ".value", "must be a string"),
        ({"name": "A", "value": "C" * 4097}, ".value", "must be at most 4096 characters long"),
        ("A=CANARY", "", "must be an object; got a string"),
    ],
)
def test_a_variable_that_is_wrong(variable: Json, path: str, message: str) -> None:
    assert_rejects(worker(env=[variable]), f"spec.env[0]{path}", message)


@pytest.mark.parametrize("value", [True, 8080, 1.5])
def test_a_value_that_yaml_turned_into_another_type(value: Json) -> None:
    spec = worker(env=[{"name": "A", "value": value}])
    assert_rejects(spec, "spec.env[0].value", "must be a string. put it in quotes: YAML reads it as another type")


def test_a_map_of_variables_is_refused() -> None:
    assert_rejects(worker(env={"A": "CANARY"}), "spec.env", "must be a list; got an object")
