"""Values in documents, and the fields that they are of: `streams{}(kafka).topic` is that of a stream of type kafka."""

import re
from collections.abc import Iterator, Sequence

from function.base.manifest import Json, is_list, mapping_at

TAGS = ("type", "provider", "platform")
"""The fields that say of which type an object is."""


def paths(value: Json, steps: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the steps to each value: names, [] for elements of lists, and the type of an object in parentheses."""
    if is_list(value):
        for item in value:
            yield from paths(item, (*steps, "[]"))
    elif mapping_at(value):
        fields = mapping_at(value)
        tags = [f"({fields[tag]})" for tag in TAGS if isinstance(fields.get(tag), str)]
        for name, item in fields.items():
            yield from paths(item, (*steps, *tags[:1], name))
    else:
        yield steps


def steps_of(field: str) -> list[str]:
    """Return the steps of a field."""
    return re.findall(r"\([^)]*\)|\{\}|\[\]|[^.\[\]{}()]+", field)


def is_of(steps: Sequence[str], field: str) -> bool:
    """Return whether the steps lead to a field, or below one that takes any content."""
    wanted = steps_of(field)
    while wanted and steps:
        first, *rest = wanted
        if first.startswith("(") != steps[0].startswith("("):
            # an object whose type is not said may be of any, and a field may be that of all types
            wanted, steps = (rest, steps) if first.startswith("(") else (wanted, steps[1:])
        elif first in (steps[0], "(*)") or (first == "{}" and steps[0] != "[]"):
            wanted, steps = rest, steps[1:]
        else:
            return False
    return not wanted and (not steps or field.endswith("{}"))


def is_tag(steps: Sequence[str], fields: Sequence[str]) -> bool:
    """Return whether the steps lead to the type of an object, and there are fields of this type."""
    if len(steps) < 2 or steps[-1] not in TAGS:
        return False
    *above, tag, _ = steps
    return any(is_of(above, field[: field.index(tag)]) for field in fields if tag in steps_of(field))
