"""The scenarios of a scope in parts, each on a control plane of its own; most of the time of each is spent waiting."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from function.base.identity import Scope

_PARTS: dict[Scope, int] = {"claims": 3, "namespaced": 2}
"""With claims, scenarios wait longer. More control planes are no faster on two cores, and need more memory."""
_UNKNOWN = 60.0
"""Seconds of a scenario that has not run yet."""


class Part(NamedTuple):
    """A part of the scenarios of a scope, counted from 1."""

    scope: Scope
    number: int = 1
    parts: int = 1

    @property
    def name(self) -> str:
        """Return the name of its playground and of its report."""
        return self.scope if self.parts == 1 else f"{self.scope}-{self.number}"

    def chosen(self, scenarios: Sequence[Path], seconds: Mapping[str, float]) -> list[Path]:
        """Return its scenarios, in the order of their names, so that all parts take about as many seconds.

        The longest comes first, and each goes to the part that has least to do.
        """
        shares: list[list[Path]] = [[] for _ in range(self.parts)]
        loads = [0.0] * self.parts
        for scenario in sorted(scenarios, key=lambda path: (-seconds.get(path.stem, _UNKNOWN), path)):
            least = loads.index(min(loads))
            shares[least].append(scenario)
            loads[least] += seconds.get(scenario.stem, _UNKNOWN)
        return sorted(shares[self.number - 1])


def parts() -> list[Part]:
    """Return the parts that together are all scenarios of both scopes."""
    return [Part(scope, number, count) for scope, count in _PARTS.items() for number in range(1, count + 1)]


def share(text: str) -> tuple[int, int]:
    """Return the number of a part and the number of parts, such as 1/2; raises ValueError."""
    number, _, count = text.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        raise ValueError(f"not a part: {text}")
    return int(number), int(count)
