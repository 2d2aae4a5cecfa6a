"""The key or value under the pointer, in documents that can be read and in others."""

import pytest

from function.editor.outline import Steps
from tests.editing import CLAIM, pointing


@pytest.mark.parametrize("broken", ["", "  [\n"])
@pytest.mark.parametrize(
    ("text", "steps", "is_key"),
    [
        (CLAIM.replace("size", "si¦ze"), ("spec", "size"), True),
        (CLAIM.replace("small", "sm¦all"), ("spec", "size"), False),
        (CLAIM.replace("ORDERS", "ORDERS¦"), ("spec", "nats", "stream"), False),
        (CLAIM + "  env:\n  - name: ¦A\n", ("spec", "env", 0, "name"), False),
        (f"a: 1\n---\n{CLAIM}".replace("size", "si¦ze"), ("spec", "size"), True),
    ],
)
def test_something_is_there(text: str, steps: Steps, is_key: bool, broken: str) -> None:
    found = pointing(text + broken)
    assert found is not None
    assert (found.steps, found.is_key) == (steps, is_key)
    assert found.outline.text("kind") == "EventDrivenService"


@pytest.mark.parametrize(
    "text",
    ["¦", "# ¦a", "a: 1 # ¦b", "a: |\n  b¦", "[\na: # ¦b", "[\n¦  a: b", "a: 1\n\n¦", "[\nword¦"],
)
def test_nothing_is_there(text: str) -> None:
    found = pointing(text)
    assert found is None or found.steps == ("a",)


def test_brackets_and_json_are_read() -> None:
    found = pointing('{"spec": {"env": [{"name": "¦A"}]}}')
    assert found is not None
    assert found.steps == ("spec", "env", 0, "name")


def test_what_an_alias_brings_is_elsewhere() -> None:
    found = pointing("a: &x {b: 1}\nc: *¦x\n")
    assert found is None
