"""Paths of values that users write, such as `spec.env[LOG_LEVEL].value`, `args[0]`, or `labels[example.org/team]`."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from function.base.manifest import Json, is_list, text_at
from function.base.problems import join
from function.yaml.composer import DEPTH_MAX

Step: TypeAlias = str | int
"""A name or a position. In a list, a name is that of an item."""
_STEP = re.compile(r"\.?([^.\[\]=]+)|\[([0-9]{1,6})]|\[([^\[\]=]+)]")


class Found(NamedTuple):
    """A value that exists, which may be null."""

    value: Json


def steps(path: str) -> tuple[Step, ...]:
    """Return the steps of a path, () if it is not one, or leads deeper than a file can."""
    found: list[Step] = []
    at = 0
    while at < len(path):
        match = _STEP.match(path, at)
        if match is None or (match[0].startswith(".") and not found) or len(found) == DEPTH_MAX:
            return ()
        name, position, key = match.groups()
        found.append(int(position) if position is not None else name if name is not None else key)
        at = match.end()
    return tuple(found)


def value_at(value: Json, path: Sequence[Step]) -> Found | None:
    """Return what lies at a path, or None if nothing does."""
    for step in path:
        if isinstance(value, Mapping) and str(step) in value:
            value = value[str(step)]
        elif is_list(value) and (position := position_of(value, step)) is not None:
            value = value[position]
        else:
            return None
    return Found(value)


def named(value: Json, path: Sequence[Step]) -> str:
    """Return a path in words: an item of a list that has a name goes by it, as in `env[LOG_LEVEL].value`."""
    text = ""
    for step in path:
        found = value_at(value, [step])
        name = item_name(found.value) if found and is_list(value) else ""
        value = found.value if found else None
        text = below(text, name or step, of_list=bool(name))
    return text


def item_name(item: Json) -> str:
    """Return the name of an item of a list, "" if it has none."""
    return text_at(item, "name")


def below(path: str, step: Step, *, of_list: bool = False) -> str:
    """Return a path with one step more."""
    in_brackets = of_list or isinstance(step, int) or "." in step or "/" in step
    return f"{path}[{step}]" if in_brackets else join(path, step)


def position_of(items: Sequence[Json], step: Step) -> int | None:
    """Return the position of an item, which a step may name, or None if there is none."""
    if isinstance(step, int):
        return step if step < len(items) else None
    return next((position for position, item in enumerate(items) if item_name(item) == step), None)
