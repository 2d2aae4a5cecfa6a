"""Where a value comes from, and in which words that is said."""

from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

Source = Literal["overlay", "written", "platform", "default", "unset"]
"""An overlay; what the claim or the settings say; the default of a setting; that of a field of the claim; a field or
setting without a default, in whose place the product has a value."""
_RANKS: tuple[tuple[Source, ...], ...] = (("overlay",), ("written", "platform"), ("default",), ("unset",))
FIXED = "fixed by the product"
_MOST = 3
"""Origins that are named."""


class Origin(NamedTuple):
    """An input on which a value depends.

    `same` is set if the value is that of the input, `gone` if there is no value without the input.
    """

    name: str
    source: Source
    same: bool = False
    gone: bool = False

    def __str__(self) -> str:
        return self.name if self.same or self.source == "overlay" else f"from {self.name}"


def deciding(origins: Collection[Origin]) -> list[Origin]:
    """Return the origins to name: those of the value rather than of its presence, and a field's default last."""
    chosen = [origin for origin in origins if not origin.gone] or [*origins]
    for sources in _RANKS:
        found = [origin for origin in chosen if origin.source in sources]
        if found:
            return sorted(found, key=lambda origin: (not origin.same, sources.index(origin.source)))
    return []


def described(origins: Iterable[Origin]) -> str:
    """Return where a value comes from, on one line."""
    found = deciding([*origins])
    if not found:
        return FIXED
    more = f", and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return ", ".join(map(str, found[:_MOST])) + more
