"""JSON for programs is JSON, in characters that people can read."""

import json

import pytest

from function.base.manifest import Manifest
from function.cli.document import document
from tests.hostile import COMMANDS, HOSTILE, obeyed


def test_it_is_json_with_its_own_characters() -> None:
    value: Manifest = {"a": ["ß", 1, None], "b": {"c": True}}
    assert json.loads(document(value)) == value
    assert "ß" in document(value)
    assert document(value).endswith("}\n")


@pytest.mark.parametrize("text", [*COMMANDS, *HOSTILE, "####[error]"], ids=ascii)
def test_nothing_is_obeyed_and_nothing_is_lost(text: str) -> None:
    printed = document({text: [text]})
    assert obeyed(printed) == ""
    assert json.loads(printed) == {text: [text]}
