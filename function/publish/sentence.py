"""Shortens descriptions for lists."""

import re

_NEXT = re.compile(r"[.] [A-Z]")


def first_sentence(text: str) -> str:
    """Return the first sentence of a description of one line."""
    found = _NEXT.search(text)
    return text[: found.start() + 1] if found else text
