"""Detection of duplicates."""

from collections import Counter
from collections.abc import Iterable


def duplicates(names: list[str]) -> list[str]:
    """Return the names that occur more than once, sorted."""
    if len(set(names)) == len(names):
        return []
    return sorted(name for name, count in Counter(names).items() if count > 1)


def first_repeat(named: Iterable[tuple[str, str]]) -> str:
    """Return the path of the first name that has occurred before, "" where none has; pairs of path and name."""
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            return path
        seen.add(name)
    return ""
