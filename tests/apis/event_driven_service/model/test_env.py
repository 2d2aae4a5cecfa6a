import pytest

from function.base.manifest import Json
from tests.documents import worker
from tests.support import assert_rejects

SOURCE = "a reference requires env or envFrom. Hint: list keys under env, or set envFrom: true to use all keys"
PREFIX = "prefix requires envFrom. Hint: set envFrom: true, or use full names under env"
ENV_NAME = "must be letters, digits, '_', '-' and '.', not starting with a digit; got "


KEY_NAME = {"secretRefs": "secretKey", "configMapRefs": "configMapKey"}


def one_key(field: str, *, entry: dict[str, Json], **more: Json) -> dict[str, Json]:
    key: Json = {KEY_NAME[field]: "url", "envName": "DATABASE_URL", **entry}
    refs: Json = [{"name": "a", "env": [key], **more}]
    return worker(**{field: refs})


@pytest.mark.parametrize("field", ["secretRefs", "configMapRefs"])
@pytest.mark.parametrize(
    ("ref", "path", "message"),
    [
        ({"name": "a"}, "", SOURCE),
        ({"name": "a", "env": []}, "", SOURCE),
        ({"name": "a", "envFrom": False}, "", SOURCE),
        ({"envFrom": True}, ".name", "required field missing"),
        ({"name": "", "envFrom": True}, ".name", "must be lowercase letters, digits, dashes and dots; got ''"),
        ({"name": "A", "envFrom": True}, ".name", "must be lowercase letters, digits, dashes and dots; got 'A'"),
        ({"name": "ä", "envFrom": True}, ".name", "must be lowercase letters, digits, dashes and dots; got 'ä'"),
        ({"name": "a", "envFrom": "true"}, ".envFrom", "must be true or false; got 'true'. Hint: remove the quotes"),
        ({"name": "a", "envFrom": True, "prefix": "1_"}, ".prefix", ENV_NAME + "'1_'"),
        (
            {"name": "a", "envFrom": True, "key": "x"},
            ".key",
            "unknown field; did you mean 'env'?",
        ),
    ],
)
def test_a_reference_that_is_wrong(field: str, ref: Json, path: str, message: str) -> None:
    assert_rejects(worker(**{field: [ref]}), f"spec.{field}[0]{path}", message)


@pytest.mark.parametrize(("field", "name"), [("secretRefs", "orders-db"), ("configMapRefs", "orders-settings")])
def test_a_reference_that_is_only_a_name(field: str, name: str) -> None:
    message = f"must be an object; got a string. Hint: write - {{name: {name}, envFrom: true}}"
    assert_rejects(worker(**{field: ["a"]}), f"spec.{field}[0]", message)


@pytest.mark.parametrize("field", ["secretRefs", "configMapRefs"])
@pytest.mark.parametrize(
    ("entry", "path", "message"),
    [
        ({"envName": None}, ".envName", "required field missing"),
        ({"envName": "A=B"}, ".envName", ENV_NAME + "'A=…'"),
        ({"envName": ""}, ".envName", ENV_NAME + "''"),
        ({"optional": "yes"}, ".optional", "must be true or false; got 'yes'. Hint: remove the quotes"),
    ],
)
def test_a_key_that_is_wrong(field: str, entry: dict[str, Json], path: str, message: str) -> None:
    assert_rejects(one_key(field, entry=entry), f"spec.{field}[0].env[0]{path}", message)


@pytest.mark.parametrize("field", ["secretRefs", "configMapRefs"])
def test_a_value_beside_a_key_is_refused_and_not_repeated(field: str) -> None:
    known = ", ".join(sorted((KEY_NAME[field], "envName", "optional")))
    message = f"unknown field. Hint: valid fields are {known}"
    assert_rejects(one_key(field, entry={"value": "CANARY"}), f"spec.{field}[0].env[0].value", message)


@pytest.mark.parametrize("field", ["secretRefs", "configMapRefs"])
def test_a_prefix_without_env_from(field: str) -> None:
    assert_rejects(one_key(field, entry={}, prefix="P_"), f"spec.{field}[0].prefix", PREFIX)


@pytest.mark.parametrize(
    ("variable", "path", "message"),
    [
        ({"value": "x"}, ".name", "required field missing"),
        ({"name": "A"}, ".value", "required field missing"),
        ({"name": "A", "value": None}, ".value", "required field missing"),
        ({"name": "A", "value": ["CANARY"]}, ".value", "must be a string"),
        ({"name": "A", "value": {"CANARY": 1}}, ".value", "must be a string"),
        ({"name": "A", "value": "C" * 4097}, ".value", "must be at most 4096 characters long"),
        ("A=CANARY", "", 'must be an object; got a string. Hint: write - {name: LOG_LEVEL, value: "…"}'),
    ],
)
def test_a_variable_that_is_wrong(variable: Json, path: str, message: str) -> None:
    assert_rejects(worker(env=[variable]), f"spec.env[0]{path}", message)


@pytest.mark.parametrize("value", [True, 8080, 1.5])
def test_a_value_that_yaml_turned_into_another_type(value: Json) -> None:
    spec = worker(env=[{"name": "A", "value": value}])
    assert_rejects(
        spec, "spec.env[0].value", "must be a string. Hint: put the value in quotes, or YAML reads it as another type"
    )


def test_a_map_of_variables_is_refused() -> None:
    assert_rejects(
        worker(env={"A": "CANARY"}),
        "spec.env",
        'must be a list; got an object. Hint: write env: [{name: LOG_LEVEL, value: "…"}]',
    )
