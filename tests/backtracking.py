"""How many steps a pattern takes, counted and not timed: the same on every machine."""

import re
from collections.abc import Callable, Iterator
from itertools import count
from re import _compiler as compiler  # type: ignore[attr-defined]  # private, and the only compiler of parsed patterns
from re import _parser as grammar  # type: ignore[attr-defined]  # private, and the only reader of patterns
from typing import Any, NamedTuple

MOST_REPEATS = 4
"""A bounded repetition costs a constant factor, so a lower bound gives the same growth in a shorter text."""
MOST_STEPS = 200_000
_ATOMS = {"ANY", "AT", "IN", "LITERAL", "NOT_LITERAL"}


class Atom(NamedTuple):
    """Match one character, or a place such as the end of the text."""

    match: Callable[[str, int], re.Match[str] | None]


class Jump(NamedTuple):
    """Continue at a distance; if that fails, at the other distance."""

    first: int
    other: int | None = None


class Look(NamedTuple):
    """Match ahead or, from `behind` characters before, behind, and consume nothing."""

    program: "Program"
    wanted: bool
    behind: int


Program = list[Atom | Jump | Look]


class TooManyStepsError(Exception):
    """The count reached MOST_STEPS."""


def steps(found: Program, text: str) -> int:
    """Return the steps of finding every match in a text, then of matching the whole; raises TooManyStepsError."""
    counted = count()
    position = 0
    while position <= len(text):
        after = end(found, text, position, counted)
        position = position + 1 if after is None else max(after, position + 1)
    end(found, text, 0, counted, whole=True)
    return next(counted)


def end(found: Program, text: str, start: int, counted: Iterator[int], *, whole: bool = False) -> int | None:
    """Return where the match that begins at `start` ends, or None; with `whole` it must end with the text."""
    pending = [(0, start)]
    while pending:
        at, position = pending.pop()
        while at < len(found):
            if next(counted) >= MOST_STEPS:
                raise TooManyStepsError
            instruction = found[at]
            if isinstance(instruction, Jump):
                if instruction.other is not None:
                    pending.append((at + instruction.other, position))
                at += instruction.first
                continue
            after = _after(instruction, text, position, counted)
            if after is None:
                break
            at, position = at + 1, after
        else:
            if not whole or position == len(text):
                return position
    return None


def _after(instruction: Atom | Look, text: str, position: int, counted: Iterator[int]) -> int | None:
    """Return where an instruction that matches ends, or None."""
    if isinstance(instruction, Atom):
        matched = instruction.match(text, position)
        return matched and matched.end()
    begin = position - instruction.behind
    holds = begin >= 0 and end(instruction.program, text, begin, counted) is not None
    return position if holds == instruction.wanted else None


def program(parsed: Any, flags: int) -> Program:
    """Return the instructions of a parsed pattern; raises ValueError for a construct that none of ours has."""
    found: Program = []
    for kind, value in parsed:
        match str(kind):
            case name if name in _ATOMS:
                found.append(Atom(compiler.compile(grammar.SubPattern(parsed.state, [(kind, value)]), flags).match))
            case "SUBPATTERN":
                found += program(value[3], (flags | value[1]) & ~value[2])
            case "BRANCH":
                found += _choice([program(branch, flags) for branch in value[1]])
            case "MAX_REPEAT" | "MIN_REPEAT":
                found += _repetition(program(value[2], flags), *bounds(value), lazy=str(kind) == "MIN_REPEAT")
            case "ASSERT" | "ASSERT_NOT":
                direction, inside = value
                behind = inside.getwidth()[0] if direction < 0 else 0
                found.append(Look(program(inside, flags), str(kind) == "ASSERT", behind))
            case _:
                raise ValueError(f"{kind}: steps cannot be counted")
    return found


def bounds(repetition: Any) -> tuple[int, int | None]:
    """Return how often something is repeated at least and, unless there is no limit, at most."""
    low, high, _ = repetition
    return min(int(low), MOST_REPEATS), None if high is grammar.MAXREPEAT else min(int(high), MOST_REPEATS)


def _choice(branches: list[Program]) -> Program:
    *others, found = branches
    for branch in reversed(others):
        found = [Jump(1, len(branch) + 2), *branch, Jump(len(found) + 1), *found]
    return found


def _repetition(body: Program, low: int, high: int | None, *, lazy: bool) -> Program:
    def choice(into: int, past: int) -> Jump:
        return Jump(past, into) if lazy else Jump(into, past)

    if high is None:
        return [*body * low, choice(1, len(body) + 2), *body, Jump(-len(body) - 1)]
    rest: Program = []
    for _ in range(high - low):
        rest = [choice(1, len(body) + len(rest) + 1), *body, *rest]
    return [*body * low, *rest]
