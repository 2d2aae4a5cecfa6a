"""The steps of a path in a message, such as `spec.env[2].name`."""

import re
from collections.abc import Mapping

from function.base.manifest import Json, is_list
from function.base.placed import value_at

_POSITION = re.compile(r"\[([0-9]{1,9})]")


def steps(value: Json, path: str) -> list[str | int]:
    """Return the keys and positions of a path, as far as the value has them."""
    found: list[str | int] = []
    rest = path
    while rest:
        item = _POSITION.match(rest)
        if isinstance(value, Mapping) and (key := _longest_key(value, rest)) is not None:
            step: str | int = key
            length = len(key)
        elif item and is_list(value) and int(item[1]) < len(value):
            step, length = int(item[1]), item.end()
        else:
            break
        value = value_at(value, [step])
        found.append(step)
        rest = rest[length:].removeprefix(".")
    return found


def _longest_key(value: Mapping[str, Json], path: str) -> str | None:
    """Return the key that a path begins with. Keys may contain dots, as those of annotations do."""
    fitting = [key for key in value if path == key or path.startswith((f"{key}.", f"{key}["))]
    return max(fitting, key=len, default=None)
