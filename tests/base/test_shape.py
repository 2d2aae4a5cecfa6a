"""What is shown as valid is valid, for every object, list and map that users write."""

import pytest

from function.apis.registry import APIS
from function.base.alternatives import Alternative
from function.base.manifest import Json
from function.base.model import Spec
from function.base.shape import item_shape, shape
from function.base.validation import parse
from function.yaml.node import value_of
from function.yaml.reader import read
from tests.documents import worker
from tests.field_types import MODELS, field_types
from tests.support import assert_rejects

OBJECTS = {
    found.model: found for model in MODELS for _, found in field_types(Alternative(model), "spec") if found.model
}


@pytest.mark.parametrize(
    "model", [*(api.spec for api in APIS.values()), *OBJECTS], ids=lambda model: f"{model.__module__}.{model.__name__}"
)
def test_the_shape_of_an_object_is_valid(model: type[Spec]) -> None:
    (document,) = read(shape(Alternative(model)).encode()).documents
    assert parse(model, value_of(document.root), "x")[1] == []


@pytest.mark.parametrize(
    ("fields", "path", "message"),
    [
        ({"metrics": True}, "metrics", "must be an object; got true. Hint: write metrics: {}"),
        ({"metrics": [9090]}, "metrics", "must be an object; got a list. Hint: write metrics: {}"),
        (
            {"imagePullSecrets": ["CANARY"]},
            "imagePullSecrets[0]",
            "must be an object; got a string. Hint: write - name: orders-db",
        ),
        (
            {"imagePullSecrets": "CANARY"},
            "imagePullSecrets",
            "must be a list; got a string. Hint: write imagePullSecrets: [{name: orders-db}]",
        ),
        ({"command": "CANARY"}, "command", 'must be a list; got a string. Hint: write command: ["./x"]'),
        (
            {"initContainer": "CANARY"},
            "initContainer",
            'must be an object; got a string. Hint: write initContainer: {command: ["./x"]}',
        ),
        (
            {"env": {"A": "CANARY"}},
            "env",
            'must be a list; got an object. Hint: write env: [{name: LOG_LEVEL, value: "…"}]',
        ),
        (
            {"env": ["A=CANARY"]},
            "env[0]",
            'must be an object; got a string. Hint: write - {name: LOG_LEVEL, value: "…"}',
        ),
        (
            {"podLabels": ["CANARY"]},
            "podLabels",
            "must be an object; got a list. Hint: write podLabels: {example.org/team: payments}",
        ),
    ],
)
def test_a_wrong_shape_shows_the_right_one(fields: dict[str, Json], path: str, message: str) -> None:
    assert_rejects(worker(**fields), f"spec.{path}", message)


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [(dict[str, int], '- {"…": 1}'), (list[bool], "- [true]"), (str, '- "…"'), (bytes, "- …")],
)
def test_an_item_is_a_line_of_a_list(annotation: object, expected: str) -> None:
    assert item_shape(Alternative(annotation)) == expected
