"""Suggestions for mistyped names."""

from collections.abc import Iterable
from difflib import get_close_matches
from posixpath import commonprefix


def closest_match(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most similar, ignoring case, or None if none is similar enough."""
    by_lower = {candidate.lower(): candidate for candidate in known}
    cutoff = 0.8 if len(name) < 4 else 0.65
    matches = get_close_matches(name.lower(), by_lower, n=1, cutoff=cutoff)
    return by_lower[matches[0]] if matches else None


def only_slip(name: str, known: Iterable[str]) -> str | None:
    """Return the only known name from which a name differs by a single slip, or None.

    Upper and lower case, dashes, and underscores do not count. A slip is one character too many, too few, or wrong, or
    two that are swapped.
    """
    candidates = [*known]
    letters = _letters(name)
    alike = [found for found in candidates if _letters(found) == letters]
    alike = alike or [found for found in candidates if _is_slip(letters, _letters(found))]
    return alike[0] if len(alike) == 1 else None


def _letters(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")


def _is_slip(name: str, other: str) -> bool:
    start = len(commonprefix((name, other)))
    rest, right = name[start:], other[start:]
    swapped = rest[:2] == right[:2][::-1] and rest[2:] == right[2:]
    return swapped or rest[1:] == right[1:] or rest[1:] == right or rest == right[1:]
