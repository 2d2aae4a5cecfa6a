"""What a message says about a name that nothing has."""

from collections.abc import Iterable

from function.base.suggestion import closest_match


def got(name: str, known: Iterable[str]) -> str:
    """Return the name, and the similar one that exists, if there is one."""
    best = closest_match(name, known)
    return f"'{name}'" + (f"; did you mean '{best}'?" if best else "")
