"""Streams and consumers that a script creates with the command line of NATS."""

import re
from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile, islice
from typing import NamedTuple

_GROUPS = {
    "stream": "stream",
    "str": "stream",
    "s": "stream",
    "consumer": "consumer",
    "con": "consumer",
    "c": "consumer",
}
_ADDS = ("add", "create", "new")
_ALONE = ("--pull", "--defaults")
"""Options without a value that people write before the names."""
_UNKNOWN = "$"
"""Stands for the value of a variable that is not known."""
_LONGEST = 1024
"""Characters of a word that can be the name of a stream or consumer, or lead to one."""
_END = re.compile(r"\|\||&&|[;|&]")
_VARIABLE = re.compile(r"\$(?:\{([A-Za-z_][A-Za-z0-9_]*)\}|\(([A-Za-z_][A-Za-z0-9_]*)\)|([A-Za-z_][A-Za-z0-9_]*))")


class Created(NamedTuple):
    """A stream, or with `consumer` a durable consumer of it; `line` counts from 0 in the script."""

    stream: str
    consumer: str | None
    line: int


def created(script: str, variables: dict[str, str]) -> Iterator[Created]:
    """Yield what a script creates; a name that depends on more than these variables and assignments is left out."""
    known = ChainMap({}, variables)
    for number, line in _lines(script):
        for command in _END.split(line):
            words = [word.strip("\"'") for word in command.split()]
            known.update(_assignments(words, known))
            yield from (found._replace(line=number) for found in of_words(words, known))


def of_words(words: Sequence[str], variables: Mapping[str, str]) -> Iterator[Created]:
    """Yield what one command creates."""
    begin = next((number for number, word in enumerate(words) if word.rpartition("/")[2] == "nats"), None)
    if begin is None or any(word.startswith("#") for word in words[:begin]):
        return
    for number in range(begin + 1, len(words) - 1):
        group = _GROUPS.get(words[number])
        if group is not None and words[number + 1] in _ADDS:
            names = _names(words[number + 2 :], variables, 1 if group == "stream" else 2)
            if names:
                yield Created(names[0], names[1] if group == "consumer" else None, 0)
            return


def _lines(script: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its number; a backslash at the end joins it with the next one."""
    first, begun = 0, list[str]()
    for number, line in enumerate(script.split("\n")):
        first = first if begun else number
        if line.endswith("\\"):
            begun.append(line[:-1])
        else:
            yield first, " ".join([*begun, line])
            begun = []


def _names(words: Sequence[str], variables: Mapping[str, str], count: int) -> list[str]:
    """Return the first names, or none if an option before them may have a value, or a name is not known."""
    rest = dropwhile(lambda word: word.startswith("-") and ("=" in word or word in _ALONE), words)
    found = [_value(word, variables) for word in islice(rest, count)]
    names = [name for name in found if name and not name.startswith("-")]
    return names if len(names) == count else []


def _assignments(words: Sequence[str], variables: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for word in words[1:] if words[:1] == ["export"] else words[:1]:
        name, _, text = word.partition("=")
        value = _value(text.strip("\"'"), variables)
        if name.isidentifier():
            yield name, value or _UNKNOWN


def _value(word: str, variables: Mapping[str, str]) -> str | None:
    """Return the word with the values of its variables, or None if one is not known, or if anything is too long."""
    if len(word) > _LONGEST:
        return None
    whole, end = "", 0
    for match in _VARIABLE.finditer(word):
        value = variables.get(match[1] or match[2] or match[3], _UNKNOWN)
        if len(whole) + len(value) > _LONGEST:
            return None
        whole += word[end : match.start()] + value
        end = match.end()
    whole += word[end:]
    return None if len(whole) > _LONGEST or _UNKNOWN in whole or "`" in whole else whole
