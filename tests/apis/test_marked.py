from typing import Annotated

from function.apis.marked import marked_texts
from function.base.marks import Address, MayHoldSecret
from function.base.model import Spec


class Below(Spec):
    """A model below another."""

    words: Annotated[list[str], MayHoldSecret()] = []
    """Words."""
    by_name: dict[str, Annotated[str, MayHoldSecret()]] = {}
    """Words by name."""


class Above(Spec):
    """A model."""

    text: Annotated[str, MayHoldSecret()] | None = None
    """A text."""
    other: str = "x"
    """A text that is not marked."""
    count: Annotated[int, MayHoldSecret()] = 3
    """A number."""
    below: list[Below] = []
    """More."""


WHOLE = Above.model_validate({"text": "a", "below": [{"words": ["b", "c"]}, {"byName": {"d.e": "f"}}]})


def test_marked_texts_are_found_wherever_they_are() -> None:
    assert list(marked_texts(WHOLE, "spec", MayHoldSecret)) == [
        ("spec.text", "text", "a"),
        ("spec.below[0].words[0]", "words", "b"),
        ("spec.below[0].words[1]", "words", "c"),
        ("spec.below[1].byName.d.e", "d.e", "f"),
    ]


def test_texts_with_another_mark_are_not() -> None:
    assert list(marked_texts(WHOLE, "spec", Address)) == []
    assert list(marked_texts(Above(), "spec", MayHoldSecret)) == []
