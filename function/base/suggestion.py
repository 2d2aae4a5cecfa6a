"""Which known name a mistyped one was probably meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches


def closest_match(name: str, known: Iterable[str]) -> str | None:
    """Return the one known name that is close enough, compared without case, or None."""
    by_lower = {candidate.lower(): candidate for candidate in known}
    cutoff = 0.8 if len(name) < 4 else 0.65
    found = get_close_matches(name.lower(), by_lower, n=1, cutoff=cutoff)
    return by_lower[found[0]] if found else None
