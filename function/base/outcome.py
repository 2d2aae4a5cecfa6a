"""The result of `render`: values that a shell turns into a response or into text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from function.base.condition import Condition
from function.base.manifest import Manifest
from function.base.problems import Problem, errors

_MAX_LINES = 20
_MAX_LENGTH = 10_000
"""A condition's message is limited to 32 KiB, and nobody reads more lines than this."""


@dataclass(frozen=True)
class Event:
    """A Kubernetes event on the composite resource and its claim."""

    severity: Literal["Normal", "Warning"]
    reason: str
    message: str


@dataclass(frozen=True)
class Composed:
    """A desired composed resource, and whether it is ready."""

    manifest: Manifest
    ready: bool


@dataclass(frozen=True)
class Requirement:
    """Resources for Crossplane to fetch: by `name`, or by `labels` if the name is empty."""

    api_version: str
    kind: str
    namespace: str
    name: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """The complete result for one composite resource.

    If `problems` contains an error, the result is fatal: nothing is applied or removed, and the conditions say why.
    `ttl_seconds` is how long the result may be reused; with 0, only watch events cause another call.
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
        """Return the text of the fatal result: one line for each error, at most 20; None if there is no error.

        Lines share 10,000 characters, so one about many places has room: a path can contain a name of any length.
        """
        found = errors(self.problems)
        lines = [_line(problem, _MAX_LENGTH // min(len(found), _MAX_LINES)) for problem in found[:_MAX_LINES]]
        if len(found) > _MAX_LINES:
            lines[-1] = f"and {len(found) - _MAX_LINES + 1} more"
        return "\n".join(lines) or None


def _line(problem: Problem, longest: int) -> str:
    text = str(problem)
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
