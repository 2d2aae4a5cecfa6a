"""Texts of Score files."""

import pytest

from function.base.manifest import Json
from function.importing.score_values import resolved

METADATA = {"name": "web"}


@pytest.mark.parametrize(
    ("value", "found"),
    [("a", "a"), ("${metadata.name}-x", "web-x"), ("$$", "$"), ("$${a}", "${a}"), ("$a", "$a"), (1, "1"), ("", "")],
)
def test_texts(value: Json, found: str) -> None:
    assert resolved(value, METADATA) == found


@pytest.mark.parametrize("value", ["${resources.db.host}", "${metadata.team}", "${", "a${b", None, True, [], {}])
def test_no_texts(value: Json) -> None:
    assert resolved(value, METADATA) is None
