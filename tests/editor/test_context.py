"""Where someone is typing."""

import pytest

from function.editor.outline import Steps
from tests.editing import CLAIM, typing

SPEC = "kind: A\nspec:\n"


@pytest.mark.parametrize(
    ("text", "steps", "typed"),
    [
        ("¦", (), ""),
        ("ki¦", (), "ki"),
        (f"{SPEC}  ¦", ("spec",), ""),
        (f"{SPEC}  si¦ze: x", ("spec",), "si"),
        (f"{SPEC}  nats:\n    ¦\n  size: x", ("spec", "nats"), ""),
        (f"{SPEC}  nats:\n    a: b\n  ¦", ("spec",), ""),
        (f"{SPEC}  env:\n    - ¦", ("spec", "env", 0), ""),
        (f"{SPEC}  env:\n  - a: b\n  - ¦", ("spec", "env", 1), ""),
        (f"{SPEC}  env:\n  - a: b\n    ¦", ("spec", "env", 0), ""),
        (f"broken\n{SPEC}  also broken\n  [\n  ¦", ("spec",), ""),
        (f"a: 1\n---\n{SPEC}  ¦\n---\nb: 2", ("spec",), ""),
    ],
)
def test_a_key_is_added_to_an_object(text: str, steps: Steps, typed: str) -> None:
    place = typing(text)
    assert place is not None
    assert (place.steps, place.typed, place.is_value) == (steps, typed, False)


@pytest.mark.parametrize(
    ("text", "steps", "typed"),
    [
        (f"{SPEC}  size: ¦", ("spec", "size"), ""),
        (f"{SPEC}  size: sm¦all", ("spec", "size"), "sm"),
        (f"{SPEC}  size: small ¦", ("spec", "size"), "small "),
        (f"{SPEC}  uses: [a, b¦]", ("spec", "uses", 1), "b"),
        (f"{SPEC}  uses: [¦", ("spec", "uses", 0), ""),
    ],
)
def test_a_value_is_written(text: str, steps: Steps, typed: str) -> None:
    place = typing(text)
    assert place is not None
    assert (place.steps, place.typed, place.is_value) == (steps, typed, True)


@pytest.mark.parametrize(
    "text",
    [
        "# ¦",
        f"{SPEC}  size: small # ¦",
        f"{SPEC}  size: small\n    ¦",
        f"{SPEC}  script: |\n    si¦",
        f"{SPEC}  uses: {{a: ¦}}",
        f"{SPEC}  uses: [[¦",
        f"{SPEC}  ¦- a",
        f"{SPEC}  size:¦",
        f"{SPEC}  text: 'a\n    b: ¦",
    ],
)
def test_nothing_can_be_added(text: str) -> None:
    assert typing(text) is None


def test_what_is_written_is_replaced_up_to_its_end() -> None:
    place = typing(f"{SPEC}  size: sm¦all")
    assert place is not None
    assert (place.start, place.end, place.has_colon) == (9, 14, True)
    key = typing(f"{SPEC}  si¦z")
    assert key is not None
    assert (key.start, key.end, key.has_colon) == (3, 6, False)


def test_any_position_of_a_claim_can_be_asked_about() -> None:
    for at in range(len(CLAIM) + 1):
        typing(f"{CLAIM[:at]}¦{CLAIM[at:]}")
