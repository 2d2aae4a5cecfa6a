"""What libyaml's errors mean, in plain words."""

import re
from collections.abc import Callable

import yaml

from function.base.problems import describe

_ALIKE = "indent keys of the same object alike"
_QUOTE = "put the value in quotes"


def message(error: yaml.MarkedYAMLError, before: str, after: str) -> str:
    """Return what is wrong and what to do; `before` and `after` are the line on both sides of the error."""
    if after.startswith("\t"):
        return describe("not YAML: a tab where spaces are expected", hint="indent with spaces")
    if before.endswith("$") and after.startswith("{"):
        hint = "put it in quotes; for a number or boolean, write the object or list without brackets"
        return describe("not YAML: a variable such as ${NAME} in brackets", hint=hint)
    if error.problem == "did not find expected key" and before.strip():
        return describe("not YAML: something follows the value in this line", hint=f"{_QUOTE} as a whole")
    start = error.context_mark.line + 1 if error.context_mark else 0
    for pattern, words in _WORDS:
        if pattern.search(f"{error.problem} {error.context}"):
            return "not YAML: " + words(start)
    context = f" {error.context} that starts on line {start}" if error.context and start else ""
    return f"not YAML: {error.problem}{context}"


def _fixed(problem: str, hint: str) -> Callable[[int], str]:
    return lambda _start: describe(problem, hint=hint)


_WORDS: tuple[tuple[re.Pattern[str], Callable[[int], str]], ...] = (
    (
        re.compile("<document start>"),
        _fixed("this line does not continue the one above", "indent both alike, or put --- between them"),
    ),
    (
        re.compile("mapping values are not allowed"),
        _fixed(
            "a key is not allowed here: the line is indented too far, or the value contains ': '",
            f"{_ALIKE}, {_QUOTE}, or add the ':' that the line above lacks",
        ),
    ),
    (
        re.compile("block sequence entries are not allowed"),
        _fixed("a list item on the line of its key", "put each item on its own line, or write [a, b]"),
    ),
    (
        re.compile("expected key .{0,80}block mapping"),
        lambda start: describe(
            f"this line does not belong to the object that starts on line {start}",
            hint=f"{_ALIKE}, and do not mix keys with '- ' items",
        ),
    ),
    (
        re.compile("expected '-' indicator"),
        lambda start: describe(
            f"this line is not an item of the list that starts on line {start}",
            hint="begin each item with '- ', and indent all items alike",
        ),
    ),
    (
        re.compile("expected ',' or '[]}]'"),
        lambda start: describe(
            f"the bracket that starts on line {start} is not closed, or a comma is missing",
            hint="put a comma between items, and close the bracket",
        ),
    ),
    (
        re.compile("quoted scalar"),
        lambda start: describe(
            f"the quote that starts on line {start} is not closed, or what it quotes is not valid",
            hint="close the quote; in double quotes, write \\\\ for a backslash",
        ),
    ),
    (
        re.compile("expected ':' .{0,80}simple key"),
        lambda start: describe(
            f"line {start} is not a key with a value", hint="write a colon and a space after the key"
        ),
    ),
    (
        re.compile("cannot start any token"),
        _fixed("a value cannot begin with this character", _QUOTE),
    ),
    (
        re.compile("scanning an (alias|anchor)"),
        _fixed("a value that begins with * or & is an alias or anchor", f"{_QUOTE} if it is neither"),
    ),
    (
        re.compile("tag handle|scanning a (tag|directive)|parsing a tag"),
        _fixed("a value that begins with ! is a tag, and a line that begins with % a directive", f"{_QUOTE} if not"),
    ),
    (
        re.compile("block scalar"),
        _fixed("only a comment may follow | or > in the same line", "begin the text in the next line"),
    ),
    (
        re.compile("did not find expected node content"),
        _fixed("a value is missing, or a bracket is closed that was not opened", "write the value, or remove it"),
    ),
)
"""Patterns of libyaml's problem and context in order; the first match decides."""
