"""Shortens descriptions for lists."""

import re

_FIRST = re.compile(r"(.*?[.])( [A-Z].*)?")


def first_sentence(text: str) -> str:
    """Return the first sentence of a description of one line."""
    match = _FIRST.fullmatch(text)
    return match[1] if match else text
