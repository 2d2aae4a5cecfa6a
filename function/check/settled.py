"""Corrects the mistakes of a resource, as far as no error remains that was not there before."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from function.base.manifest import Manifest
from function.base.problems import Problem
from function.check.correction import copied, corrected
from function.check.finding import Finding
from function.check.resource import Resource
from function.yaml.node import Node, Range, value_of
from function.yaml.scalar import Scalar

_MOST = 100
"""Mistakes that are tried one by one, because not all can be corrected together."""
_ROUNDS = 20
"""A correction may reveal further mistakes, and only the first 100 of a document are reported at a time."""

_Key: TypeAlias = tuple[str, str]
"""The code and the path of a problem."""


class Settled(NamedTuple):
    """The corrected resource, what to write at which places, and the findings that are gone."""

    root: Node
    values: Mapping[Range, Scalar] = {}
    fixed: tuple[Finding, ...] = ()


class _State(NamedTuple):
    """What is wrong with a resource, and which of it can be corrected."""

    found: frozenset[_Key]
    errors: frozenset[_Key]
    fixable: Mapping[_Key, tuple[Problem, Finding]]


def settled(
    resource: Resource,
    lines: Sequence[str],
    judge: Callable[[Manifest], Sequence[Problem]],
    wanted: Callable[[Finding], bool],
) -> Settled:
    """Return the resource with all corrections of `wanted` findings that lead to no other error."""

    def look(root: Node) -> _State:
        now = resource._replace(node=root, value=value_of(root))
        problems = [(_key(problem), problem) for problem in judge(now.manifest)]
        found = {key: (problem, now.finding(problem)) for key, problem in problems if problem.fix is not None}
        return _State(
            frozenset(key for key, _ in problems),
            frozenset(key for key, problem in problems if problem.severity == "error"),
            {key: pair for key, pair in found.items() if wanted(pair[1])},
        )

    start = Settled(resource.node)
    before = look(start.root)
    chosen = [*before.fixable.values()]
    if not chosen:
        return start
    together = _attempt(start, chosen, before, look, lines)
    if together or len(chosen) > _MOST:
        return together or start
    for pair in chosen:
        start = _attempt(start, [pair], before, look, lines) or start
    return start


def _attempt(
    start: Settled,
    chosen: Sequence[tuple[Problem, Finding]],
    before: _State,
    look: Callable[[Node], _State],
    lines: Sequence[str],
) -> Settled | None:
    """Return the resource with these corrections and those that they reveal, or None if an error is new or stays."""
    root, values, fixed = copied(start.root), dict(start.values), {_key(found): found for found in start.fixed}
    tried, after = set(before.fixable), before
    for _ in range(_ROUNDS):
        if not chosen:
            break
        for problem, finding in chosen:
            correction = corrected(root, problem, lines)
            if correction is not None:
                values[correction.place] = correction.value
                fixed[_key(problem)] = finding
        after = look(root)
        chosen = [pair for key, pair in after.fixable.items() if key not in tried]
        tried.update(after.fixable)
    if len(fixed) == len(start.fixed) or after.errors - before.errors or after.found & set(fixed):
        return None
    return Settled(root, values, tuple(fixed.values()))


def _key(found: Problem | Finding) -> _Key:
    return found.code, found.path or ""
