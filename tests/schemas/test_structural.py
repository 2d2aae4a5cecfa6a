"""What becomes of a structural schema."""

import jsonschema_rs
import pytest

from function.base.manifest import Json
from tests.schemas.structural import strict

SCHEMA: dict[str, Json] = {
    "type": "object",
    "properties": {
        "apiVersion": {"type": "string"},
        "metadata": {"type": "object"},
        "spec": {
            "type": "object",
            "x-kubernetes-validations": [{"rule": "self.size > 1"}],
            "properties": {
                "size": {"type": "integer", "minimum": 0, "exclusiveMinimum": True, "default": 3},
                "port": {"x-kubernetes-int-or-string": True},
                "tags": {"type": "object", "additionalProperties": {"type": "string"}},
                "open": {
                    "type": "object",
                    "properties": {"a": {"type": "string"}},
                    "x-kubernetes-preserve-unknown-fields": True,
                },
                "list": {"type": "array", "items": {"type": "object", "properties": {"name": {"type": "string"}}}},
                "default": {"type": "string"},
            },
        },
    },
}
VALIDATOR = jsonschema_rs.Draft4Validator(strict(SCHEMA))


@pytest.mark.parametrize(
    "spec",
    [
        {"size": 0},
        {"sizes": 1},
        {"port": []},
        {"tags": {"a": 1}},
        {"open": {"a": 1}},
        {"list": [{"nam": "x"}]},
        {"list": [{"name": 1}]},
        {"default": 1},
    ],
)
def test_refused(spec: Json) -> None:
    assert not VALIDATOR.is_valid({"spec": spec})


@pytest.mark.parametrize(
    "spec",
    [{}, {"size": 1}, {"port": 80}, {"port": "http"}, {"tags": {"any": "x"}}, {"open": {"any": 1}}, {"default": "x"}],
)
def test_taken(spec: Json) -> None:
    assert VALIDATOR.is_valid({"spec": spec})


@pytest.mark.parametrize("metadata", [{"nam": "x"}, {"name": 1}, {"labels": {"a": 1}}, {"creationTimestamp": "now"}])
def test_metadata_is_spelled_out(metadata: Json) -> None:
    assert not VALIDATOR.is_valid({"metadata": metadata})


def test_top_level_is_closed() -> None:
    assert not VALIDATOR.is_valid({"specs": {}})
