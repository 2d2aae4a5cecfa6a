"""Variables in compose files, as Docker Compose resolves them: $NAME, ${NAME}, ${NAME:-default}, and $$ for $."""

import re
from collections.abc import Mapping
from typing import NamedTuple

_NAME = re.compile("[A-Za-z_][A-Za-z0-9_]*")
_OPERATOR = re.compile(":?[-?+]")
_BRACE = re.compile("[{}]")
_DEPTH_MAX = 16
"""Variables in defaults of variables, and objects in objects; nobody nests more."""


class Resolved(NamedTuple):
    """A text, and the variables without a value in it, for which it has nothing."""

    text: str
    unset: tuple[str, ...] = ()


def resolved(text: str, values: Mapping[str, str], depth: int = 0) -> Resolved | None:
    """Return a text with the values of its variables, or None if a $ begins no variable."""
    parts: list[str] = []
    unset: list[str] = []
    position = 0
    while (dollar := text.find("$", position)) >= 0:
        parts.append(text[position:dollar])
        if text.startswith("$", dollar + 1):
            parts.append("$")
            position = dollar + 2
            continue
        found = _variable(text, dollar + 1)
        value = found and _value(found, values, depth)
        if found is None or value is None:
            return None
        parts.append(value.text)
        unset += value.unset
        position = found.end
    return Resolved("".join([*parts, text[position:]]), tuple(dict.fromkeys(unset)))


class _Variable(NamedTuple):
    """A variable, with the operator and the text after it, and where it ends."""

    name: str
    operator: str
    word: str
    end: int


def _variable(text: str, start: int) -> _Variable | None:
    braced = text.startswith("{", start)
    name = _NAME.match(text, start + braced)
    if name is None:
        return None
    if not braced:
        return _Variable(name[0], "", "", name.end())
    close = _close(text, start)
    operator = _OPERATOR.match(text, name.end(), close) if close > name.end() else None
    if close < 0 or (operator is None and close != name.end()):
        return None
    if operator is None:
        return _Variable(name[0], "", "", close + 1)
    return _Variable(name[0], operator[0], text[operator.end() : close], close + 1)


def _close(text: str, start: int) -> int:
    """Return the position of the brace that closes the one at the start, or -1."""
    depth = 0
    for brace in _BRACE.finditer(text, start):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.start()
    return -1


def _value(found: _Variable, values: Mapping[str, str], depth: int) -> Resolved | None:
    """Return what a variable stands for; an operator with a colon also applies to empty values."""
    value = values.get(found.name)
    is_set = bool(value) if found.operator.startswith(":") else value is not None
    if found.operator.endswith("+") and not is_set:
        return Resolved("")
    if found.operator.endswith("+") or (found.operator.endswith("-") and not is_set):
        return resolved(found.word, values, depth + 1) if depth < _DEPTH_MAX else None
    return Resolved(value) if is_set and value is not None else Resolved("", (found.name,))
