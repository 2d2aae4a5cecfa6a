"""Commands name the objects as Crossplane labels them, and nothing that only one cluster has."""

import pytest

from function.status import lookup

COMMANDS = {name: text for name, text in vars(lookup).items() if name.isupper() and not name.startswith("_")}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_stands_in_backticks_and_names_the_claim(name: str) -> None:
    text = COMMANDS[name]
    assert text.startswith("`kubectl ")
    assert text.endswith("`")
    assert text.count("`") == 2
    assert "<claim>" in text
    assert "<namespace>" in text
