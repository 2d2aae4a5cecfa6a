"""Streams and consumers that a script creates with the command line of NATS."""

import re
from collections.abc import Iterator, Mapping, Sequence
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


def created(script: str, variables: Mapping[str, str]) -> Iterator[Created]:
    """Yield what a script creates; a name that depends on more than these variables and assignments is left out."""
    known = dict(variables)
    begun: tuple[int, str] | None = None
    for number, line in enumerate(script.split("\n")):
        first, text = begun or (number, "")
        text += line
        if text.endswith("\\"):
            begun = first, text[:-1] + " "
            continue
        begun = None
        for command in _END.split(text):
            words = [word.strip("\"'") for word in command.split()]
            known.update(_assignments(words, known))
            yield from (found._replace(line=first) for found in of_words(words, known))


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


def _names(words: Sequence[str], variables: Mapping[str, str], count: int) -> list[str]:
    """Return the first names, or none if an option before them may have a value, or a name is not known."""
    rest = list(words)
    while rest and rest[0].startswith("-") and ("=" in rest[0] or rest[0] in _ALONE):
        rest.pop(0)
    found = [_value(word, variables) for word in rest[:count]]
    names = [name for name in found if name and not name.startswith("-")]
    return names if len(names) == count else []


def _assignments(words: Sequence[str], variables: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for word in words[1:] if words[:1] == ["export"] else words[:1]:
        name, _, text = word.partition("=")
        value = _value(text.strip("\"'"), variables)
        if name.isidentifier():
            yield name, value or _UNKNOWN


def _value(word: str, variables: Mapping[str, str]) -> str | None:
    """Return the word with the values of its variables, or None if one is not known, or if it is too long."""
    if len(word) > _LONGEST:
        return None
    whole = _VARIABLE.sub(lambda match: variables.get(match[1] or match[2] or match[3], _UNKNOWN), word)
    return None if len(whole) > _LONGEST or _UNKNOWN in whole or "`" in whole else whole
