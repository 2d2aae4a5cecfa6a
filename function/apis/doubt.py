"""Doubts: what is valid but probably a mistake. They become warnings and never stop anything."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from function.base.problems import Problem, describe
from function.platform.config import PlatformConfig


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """One kind of doubt. `find` takes the resolved claim, whose type is private to its API, and returns paths."""

    code: str
    field: str
    """The field that the policy of the API server names."""
    message: str
    hint: str
    find: Callable[[Any], Iterable[str]]
    cel: Callable[[PlatformConfig], str | None] | None = None
    """The same check for the API server, on `object`: true unless there is a doubt. None if CEL cannot express it,
    or if the settings rule the doubt out."""


def doubted(doubts: Iterable[Doubt], resolved: object) -> list[Problem]:
    """Return a warning for each path with a doubt."""
    return [
        Problem(path=path, message=describe(doubt.message, hint=doubt.hint), code=doubt.code, severity="warning")
        for doubt in doubts
        for path in doubt.find(resolved)
    ]
