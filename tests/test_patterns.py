"""No pattern takes more steps than in proportion to its text: each is given texts that make a bad pattern slow."""

import ast
import importlib
import math
import pkgutil
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from re import _parser as grammar  # type: ignore[attr-defined]  # private, and the only reader of patterns there is
from typing import Any

import pytest

import function
from function.base.text import Text
from tests.backtracking import Program, TooManyStepsError, bounds, program, steps

ROOT = Path(__file__).parents[1] / "function"
USES = ("compile", "findall", "finditer", "fullmatch", "match", "search", "split", "sub")
TURNS = 16
GROWTH = 6
"""From n to 4n the steps grow 4 times where they are in proportion, up to 16 times where they are the square."""


def patterns() -> dict[str, re.Pattern[str]]:
    """Return every pattern of the package: compiled in a module, of a Text, or written where it is used."""
    found: dict[tuple[str, int], re.Pattern[str]] = {}
    for info in pkgutil.walk_packages(function.__path__, "function."):
        if not info.name.endswith("__main__"):
            for pattern in below(vars(importlib.import_module(info.name))):
                found[pattern.pattern, pattern.flags] = pattern
    for path in ROOT.rglob("*.py"):
        for text in literals(path):
            found.setdefault((text, re.compile(text).flags), re.compile(text))
    return {pattern.pattern: pattern for pattern in found.values()}


def below(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Text):
        yield re.compile(value.pattern)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from below(item)
    elif isinstance(value, Mapping):
        for name, item in value.items():
            if name != "__builtins__":
                yield from below(item)
    elif hasattr(value, "__metadata__"):
        yield from below(value.__metadata__)


def literals(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in USES:
            of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            if of_re and node.args and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)


def sample(parsed: Any) -> str:
    """Return a short text that a part of a pattern matches, look-arounds aside."""
    return "".join(example(kind, value) for kind, value in parsed)


def example(kind: Any, value: Any) -> str:
    found = ""
    match str(kind):
        case "LITERAL":
            found = chr(value)
        case "NOT_LITERAL" | "ANY":
            found = "a" if value != ord("a") else "b"
        case "IN":
            found = member(value)
        case "BRANCH":
            found = sample(value[1][0])
        case "SUBPATTERN":
            found = sample(value[-1])
        case "MAX_REPEAT" | "MIN_REPEAT":
            found = sample(value[2]) * max(1, bounds(value)[0])
    return found


def member(choices: Any) -> str:
    """Return a character of a set."""
    negated: bool = str(choices[0][0]) == "NEGATE"
    allowed = [chr(code) for code in (*range(97, 123), *range(32, 97), 9, 10, *range(123, 0x300))]
    return next(character for character in allowed if any(holds(choice, character) for choice in choices) != negated)


def holds(choice: Any, character: str) -> bool:
    kind, value = str(choice[0]), choice[1]
    if kind == "LITERAL":
        return bool(ord(character) == value)
    if kind == "RANGE":
        return bool(value[0] <= ord(character) <= value[1])
    if kind == "CATEGORY":
        classes = {"SPACE": r"\s", "DIGIT": r"\d", "WORD": r"\w"}
        name = str(value).removeprefix("CATEGORY_")
        found = re.match(classes[name.removeprefix("NOT_")], character) is not None
        return found is not name.startswith("NOT_")
    return False


def repeats(parsed: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield what leads to each repetition of a pattern and a text that one turn of it matches."""
    for kind, value in parsed:
        if "REPEAT" in str(kind):
            yield before, sample(value[2])
            yield from repeats(value[2], before)
        elif str(kind) == "SUBPATTERN":
            yield from repeats(value[-1], before)
        elif str(kind) == "BRANCH":
            for branch in value[1]:
                yield from repeats(branch, before)
        before += example(kind, value)


def attacks(parsed: Any) -> set[tuple[str, str]]:
    """Return beginnings and the text to repeat after them: turns of a repetition, and all that leads to it."""
    found = {("", character) for character in ("a", "0", " ", "-", ".", '"', "\\", "/", ":", "a ", "a.", "a-")}
    for before, turn in repeats(parsed):
        found |= {(before, turn), ("", before + turn), (before, turn + before), ("", before)}
    return {(before, turn) for before, turn in found if turn}


def growth(pattern: re.Pattern[str]) -> float:
    """Return how many times more steps a text of 4n turns takes than one of n, at worst."""
    parsed = grammar.parse(pattern.pattern, pattern.flags)
    found = program(parsed, pattern.flags)
    return max(grown(found, before, turn) for before, turn in sorted(attacks(parsed)))


def grown(found: Program, before: str, turn: str) -> float:
    few, many = (f"{before}{turn * turns}\x00" for turns in (TURNS, 4 * TURNS))
    try:
        return steps(found, many) / steps(found, few)
    except TooManyStepsError:
        return math.inf


PATTERNS = patterns()


@pytest.mark.parametrize("text", PATTERNS)
def test_steps_grow_in_proportion_to_the_text(text: str) -> None:
    assert growth(PATTERNS[text]) < GROWTH


@pytest.mark.parametrize(
    "text", ["[a-z]+-x", 'x: [^"]*"', "a*a*b", r"\s+$", "(a|a)*b", "(?:[a-z]{1,20},?)*x", "(?=a*b)a"]
)
def test_a_bad_pattern_would_be_found(text: str) -> None:
    assert growth(re.compile(text)) >= GROWTH


def test_patterns_of_every_sort_are_looked_at() -> None:
    assert {"([0-9]+)", "[^a-z0-9]+", "^[a-z]([-a-z0-9]*[a-z0-9])?$"} <= PATTERNS.keys()
    assert len(PATTERNS) > 60
