"""Other values for an input, of which some are valid in its place."""

import re
from collections.abc import Iterator
from itertools import islice

from function.base.manifest import Json
from function.origins.inputs import Input

_MOST = 6
"""Values to try; then the field is left out."""
_NUMBER = re.compile(r"[0-9]{1,15}")


def others(found: Input) -> Iterator[Json]:
    """Yield values that differ from that of the input, those that are probably valid first."""
    yield from islice((value for value in _values(found) if value != found.value), _MOST)


def _values(found: Input) -> Iterator[Json]:
    if found.schema is not None:
        yield from found.schema.enum
    yield from _near(found.value)
    if found.schema is None:
        return
    yield from found.schema.examples
    if found.schema.type == "boolean":
        yield from (True, False)
    elif found.schema.type in ("integer", "number"):
        least = found.schema.limits.get("minimum", 1)
        yield from (least, least + 1 if isinstance(least, int | float) else 2)
    elif found.schema.type == "string" and not found.schema.enum:
        yield "other"


def _near(value: Json) -> Iterator[Json]:
    """Yield values that differ little, so that they fit the other fields as this one does."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, value - 1)
    elif isinstance(value, float):
        yield from (value / 2, value + 1)
    elif isinstance(value, str):
        numbers = list(_NUMBER.finditer(value))
        if numbers:
            last = numbers[-1]
            yield f"{value[: last.start()]}{int(last[0]) + 1}{value[last.end() :]}"
        yield f"{value}x"
        yield value[:-1]
