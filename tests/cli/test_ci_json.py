import json

import pytest

from function.cli.ci_json import serialized
from tests.hostile import COMMANDS, HOSTILE, obeyed


@pytest.mark.parametrize("text", [*COMMANDS, *HOSTILE, "####[error]"], ids=ascii)
@pytest.mark.parametrize("indent", [None, 2])
def test_nothing_is_obeyed_and_nothing_is_lost(text: str, indent: int | None) -> None:
    printed = serialized({text: [text]}, indent=indent)
    assert obeyed(printed) == ""
    assert json.loads(printed) == {text: [text]}
