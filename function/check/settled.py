"""Corrects the mistakes of a resource, as far as no error remains that was not there before.

Only a field under a wrong name may turn out to have errors in its content, which its right name shows.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from function.base.fix import Rename
from function.base.manifest import Manifest
from function.base.problems import Problem, join
from function.check.correction import copied, corrected
from function.check.finding import Finding
from function.check.resource import Resource
from function.yaml.node import Node, Range, value_of
from function.yaml.scalar import Scalar

_MOST = 100
"""How often a resource is judged. A correction may reveal further mistakes, and of those in a document, only the first
100 are reported at a time."""

_OF_VALUES = frozenset({"EP104", "EP105", "EP106"})
"""Codes of values that have the right type: none of the allowed ones, too large or small, or in another format."""

_Key: TypeAlias = tuple[str, str]
"""The code and the path of a problem."""


class _TooManyError(Exception):
    """The resource was judged too often."""


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
    """Return the resource with all corrections of `wanted` findings that lead to no other error.

    Where some do, the halves are tried, and their halves; after too many of these, the resource stays as it is.
    """
    judgements = iter(range(_MOST))

    def look(root: Node) -> _State:
        if next(judgements, None) is None:
            raise _TooManyError
        now = resource._replace(node=root, value=value_of(root))
        problems = [(_key(problem), problem) for problem in judge(now.manifest)]
        found = {key: (problem, now.finding(problem)) for key, problem in problems if problem.fix is not None}
        names = Counter(_new_path(problem) for problem, _ in found.values())
        return _State(
            frozenset(key for key, _ in problems),
            frozenset(key for key, problem in problems if problem.severity == "error"),
            {key: pair for key, pair in found.items() if names[_new_path(pair[0])] == 1 and wanted(pair[1])},
        )

    start = Settled(resource.node)
    try:
        done, state = _together(start, look(start.root), look, lines)
        while named := _named(done, state, look, lines):
            done, state = _together(*named, look, lines)
    except _TooManyError:
        return start
    return done


def _together(
    start: Settled, before: _State, look: Callable[[Node], _State], lines: Sequence[str]
) -> tuple[Settled, _State]:
    """Return the resource with as many corrections as lead to no other error, and what is still wrong with it."""
    state = before
    waiting = [[*before.fixable.values()]] if before.fixable else []
    while waiting:
        chosen = waiting.pop()
        found = _attempt(start, chosen, before, look, lines)
        start, state = found or (start, state)
        if not found and len(chosen) > 1:
            half = len(chosen) // 2
            waiting += [chosen[half:], chosen[:half]]
    return start, state


def _attempt(
    start: Settled,
    chosen: Sequence[tuple[Problem, Finding]],
    before: _State,
    look: Callable[[Node], _State],
    lines: Sequence[str],
) -> tuple[Settled, _State] | None:
    """Return the resource with these corrections and those that they reveal, or None if an error is new or stays."""
    root, values, fixed = copied(start.root), dict(start.values), {_key(found): found for found in start.fixed}
    tried, after = set(before.fixable), before
    while chosen:
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
    return Settled(root, values, tuple(fixed.values())), after


def _named(
    start: Settled, before: _State, look: Callable[[Node], _State], lines: Sequence[str]
) -> tuple[Settled, _State] | None:
    """Return the resource with one more field under its right name, although its content has errors, or None."""
    for problem, finding in before.fixable.values():
        root = copied(start.root)
        correction = corrected(root, problem, lines) if isinstance(problem.fix, Rename) else None
        if correction is None:
            continue
        after = look(root)
        place = _new_path(problem)
        shown = all(_is_of_content(key, place) for key in after.errors - before.errors)
        if shown and _key(problem) not in after.found:
            values = {**start.values, correction.place: correction.value}
            return Settled(root, values, (*start.fixed, finding)), after
    return None


def _is_of_content(found: _Key, place: str) -> bool:
    """Return whether a problem is about the value at a place, or below it. A value of another type has another name."""
    code, path = found
    return path.startswith((f"{place}.", f"{place}[")) or (path == place and code in _OF_VALUES)


def _new_path(problem: Problem) -> str:
    """Return the path that the value will have. Of two fields that would get one name, neither is certain."""
    parent = problem.path.rpartition(".")[0]
    return join(parent, problem.fix.name) if isinstance(problem.fix, Rename) else problem.path


def _key(found: Problem | Finding) -> _Key:
    return found.code, found.path or ""
