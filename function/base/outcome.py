"""What `render` answers: values that a shell turns into a response or into text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from function.base.condition import Condition
from function.base.manifest import Manifest
from function.base.problems import Problem, errors

_MOST_SHOWN = 20
_LONGEST_SHOWN = 500
"""A condition's message holds 32 KiB, and nobody reads on."""


@dataclass(frozen=True)
class Event:
    """Something to tell once: an event on the composite resource and its claim."""

    severity: Literal["Normal", "Warning"]
    reason: str
    message: str


@dataclass(frozen=True)
class Composed:
    """A desired composed resource and whether it is ready."""

    manifest: Manifest
    ready: bool


@dataclass(frozen=True)
class Requirement:
    """Resources that Crossplane is asked to fetch: by `name`, or by `labels` when the name is empty."""

    api_version: str
    kind: str
    namespace: str
    name: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """The whole answer for one composite resource.

    With an error among `problems` the answer is fatal: nothing is applied or removed, the conditions say why.
    `ttl_seconds` is how long the answer may be reused; 0 asks for no further call than those the watches cause.
    """

    resources: Mapping[str, Composed] = field(default_factory=dict)
    status: Manifest = field(default_factory=dict)
    conditions: tuple[Condition, ...] = ()
    events: tuple[Event, ...] = ()
    requirements: Mapping[str, Requirement] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    ttl_seconds: int = 60

    @property
    def fatal(self) -> str | None:
        """Return the text of the fatal result, or None: a line of 500 characters for each error, 20 at most.

        A path may hold a key or a name of any length.
        """
        found = errors(self.problems)
        shown = [_line(problem) for problem in found[:_MOST_SHOWN]]
        if len(found) > _MOST_SHOWN:
            shown[-1] = f"and {len(found) - _MOST_SHOWN + 1} more"
        return "\n".join(shown) or None


def _line(problem: Problem) -> str:
    text = str(problem)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"
