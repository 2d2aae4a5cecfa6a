"""The schema of files takes what the command line takes, before files are merged and variables resolved."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from jsonschema import Draft7Validator

from function.apis.infra_binding.implementation import IMPLEMENTATION
from function.apis.infra_binding.model.binding import InfraBinding
from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from function.publish.schema.file_schema import file_schema
from tests.property.models import DETERMINISTIC, documents

ROOT = Path(__file__).parents[3]
FILES = sorted((ROOT / "examples" / "infrabinding").glob("*.infra"))
SCHEMA = file_schema(IMPLEMENTATION.api, ".infra", PlatformConfig())
VALIDATOR = Draft7Validator(SCHEMA)


def stream(**fields: Json) -> Manifest:
    return {"streams": {"a": {"type": "kafka", **fields}}}


def test_it_is_a_schema_and_has_the_keywords_that_schemastore_asks_for() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert list(SCHEMA)[:3] == ["$schema", "$id", "title"]
    assert SCHEMA["$id"] == "https://platform.bizmatters.io/schemas/infra.json"
    assert SCHEMA["type"] == "object"
    assert "description" in SCHEMA


def test_no_field_is_required_anywhere_because_another_file_may_have_it() -> None:
    required = [node for node in _objects(SCHEMA) if "required" in node and "properties" in node and "if" not in node]
    assert [node for node in required if len(node["required"]) > 1] == []
    assert VALIDATOR.is_valid({})


@pytest.mark.parametrize(
    "document",
    [
        stream(partitions="x"),
        stream(partitions=0),
        stream(partitions=1.5),
        stream(topc="x"),
        stream(topic="a/b"),
        stream(compaction="all"),
        stream(properties={"a": True}),
        {"streams": {"A": {}}},
        {"streams": [1]},
        {"streams": {"a": {"type": "pigeon"}}},
        {"secrets": {"a": {"provider": "vault", "keys": [1]}}},
        {"state_backends": {"a": {"type": "hashmap", "incremental": True}}},
        {"state_backends": {"a": {"type": "hashmap", "increments": None}}},
        {"stream": {}},
        {"version": 1},
        {"version": "v1"},
        {"environment": "Prod"},
        {"environment": "$PROD"},
        {"environment": "${1}"},
        {"monitoring": [1]},
        [],
        "text",
    ],
)
def test_a_mistake_is_one_in_an_editor_too(document: Json) -> None:
    assert not VALIDATOR.is_valid(document)


@pytest.mark.parametrize(
    "document",
    [
        {"extends": "base.infra"},
        {"streams": None, "secrets": None, "version": None},
        {"streams": {"a": None}},
        {"streams": {"a": {"partitions": 3}}},
        stream(partitions="${PARTITIONS:-4}", compaction="${MODE}", topic="${STAGE}.orders", properties=None),
        {"version": "${VERSION}", "environment": "${STAGE:-dev}"},
        {"deployment": {"queue": "a"}, "monitoring": {"metrics": {"port": 9249}}},
        {"lookups": {"a": {"read": {"preference": "nearest"}}, "b": {"type": "redis", "database": "${DB:-0}"}}},
        {"secrets": {"a": {"provider": "vault", "keys": "${KEYS}"}}},
        {"state_backends": {"a": {"type": "hashmap", "incremental": None}}},
    ],
)
def test_parts_variables_and_what_removes_are_valid(document: Json) -> None:
    assert list(VALIDATOR.iter_errors(document)) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_examples_are_valid_and_name_the_schema(file: Path) -> None:
    text = file.read_text()
    assert list(VALIDATOR.iter_errors(yaml.safe_load(text))) == []
    modeline = text.partition("\n")[0].removeprefix("# yaml-language-server: $schema=")
    assert json.loads((file.parent / modeline).read_text())["$id"] == SCHEMA["$id"]


@DETERMINISTIC
@given(documents(InfraBinding))
def test_a_valid_spec_is_a_valid_file(spec: Manifest) -> None:
    assert list(VALIDATOR.iter_errors(spec)) == []


def _objects(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, dict):
        return [node, *(found for value in node.values() for found in _objects(value))]
    return [found for value in node for found in _objects(value)] if isinstance(node, list) else []
