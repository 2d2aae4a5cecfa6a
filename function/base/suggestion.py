"""Suggestions for mistyped names."""

from collections.abc import Iterable
from difflib import get_close_matches


def closest_match(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most similar, ignoring case, or None if none is similar enough."""
    by_lower = {candidate.lower(): candidate for candidate in known}
    cutoff = 0.8 if len(name) < 4 else 0.65
    matches = get_close_matches(name.lower(), by_lower, n=1, cutoff=cutoff)
    return by_lower[matches[0]] if matches else None
