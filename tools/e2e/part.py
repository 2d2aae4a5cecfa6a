"""The scenarios of a scope in parts, each on a control plane of its own; most of the time of each is spent waiting."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from function.base.identity import Scope

_PARTS: dict[Scope, int] = {"claims": 2, "namespaced": 2}
"""More control planes are no faster on two cores."""


class Part(NamedTuple):
    """A part of the scenarios of a scope, counted from 1."""

    scope: Scope
    number: int = 1
    parts: int = 1

    @property
    def name(self) -> str:
        """Return the name of its playground and of its report."""
        return self.scope if self.parts == 1 else f"{self.scope}-{self.number}"

    def chosen(self, scenarios: Sequence[Path]) -> list[Path]:
        """Return its scenarios, in the order of their names."""
        first, last = ((self.number - less) * len(scenarios) // self.parts for less in (1, 0))
        return sorted(scenarios)[first:last]


def parts() -> list[Part]:
    """Return the parts that together are all scenarios of both scopes."""
    return [Part(scope, number, count) for scope, count in _PARTS.items() for number in range(1, count + 1)]


def share(text: str) -> tuple[int, int]:
    """Return the number of a part and the number of parts, such as 1/2; raises ValueError."""
    number, _, count = text.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        raise ValueError(f"not a part: {text}")
    return int(number), int(count)
