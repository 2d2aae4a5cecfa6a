"""JSON for programs is JSON, in characters that people can read."""

import json

from function.base.manifest import Manifest
from function.cli.document import document


def test_it_is_json_with_its_own_characters() -> None:
    value: Manifest = {"a": ["ß", 1, None], "b": {"c": True}}
    assert json.loads(document(value)) == value
    assert "ß" in document(value)
    assert document(value).endswith("}\n")
