"""Compares an expected value with one that has more: of an object, only the expected keys count."""

import json
from collections.abc import Iterator, Mapping
from posixpath import commonprefix
from typing import NamedTuple

from function.base.manifest import Json, is_list
from function.check.steps import Step, below, item_name
from function.plan.difference import Change
from function.plan.sensitive import without_credentials

_LONGEST = 200
"""Characters of a value that a message shows."""
_BEFORE = 40
"""Characters that both values share, before the first one that differs."""


class Difference(NamedTuple):
    """Two values as text; `inside` are the steps from the whole expected value to the one that differs."""

    inside: tuple[Step, ...]
    path: str
    expected: str
    got: str


def differences(expected: Json, found: Json, path: str, inside: tuple[Step, ...] = ()) -> Iterator[Difference]:
    """Yield where an expected value is not that which was found; a list has as many items as the expected one."""
    if isinstance(expected, Mapping) and isinstance(found, Mapping):
        for key, value in expected.items():
            yield from differences(value, found.get(key), below(path, key), (*inside, key))
    elif is_list(expected) and is_list(found) and len(expected) == len(found):
        for position, (value, other) in enumerate(zip(expected, found, strict=True)):
            name = item_name(other)
            yield from differences(value, other, below(path, name or position, of_list=True), (*inside, position))
    elif isinstance(expected, bool) is not isinstance(found, bool) or expected != found:
        yield Difference(inside, path, *pair(Change(path, expected, found)))


def adapted(expected: Json, found: Json) -> Json:
    """Return the expected value with what was found: the same keys of objects, as far as they are there."""
    if isinstance(expected, Mapping) and isinstance(found, Mapping):
        return {key: adapted(value, found[key]) for key, value in expected.items() if key in found}
    if is_list(expected) and is_list(found) and len(expected) == len(found):
        return [adapted(value, other) for value, other in zip(expected, found, strict=True)]
    return found


def pair(change: Change) -> tuple[str, str]:
    """Return both values without what may be a credential, both from the same character on if they are long."""
    shown = without_credentials(change)
    old, new = _text(shown.old), _text(shown.new)
    same = len(commonprefix([old, new]))
    start = same - _BEFORE if max(len(old), len(new)) > _LONGEST and same > _BEFORE else 0
    return _cut(old, start), _cut(new, start)


def _text(value: Json) -> str:
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)


def _cut(text: str, start: int) -> str:
    rest = text[start : start + _LONGEST]
    return f"{'…' if start else ''}{rest}{'…' if start + _LONGEST < len(text) else ''}"
