"""Fields of an entry of the document, by the paths that claims use."""

import json
import math
from collections.abc import Iterator, Mapping
from itertools import islice

from function.apis.event_driven_service.model.binding_ref import FIELD_PATH
from function.base.manifest import Json, at
from function.base.validation import fits

_DEPTH = 5
"""How deep the fields are that a message lists."""
_LISTED = 30
_COMPARED = 300
"""Most paths that a message chooses from: whoever edits the document decides how many there are."""


def field(entry: Json, path: str) -> Json:
    """Return the value at a path of names joined by dots, or None; the names in the document may contain dots too."""
    if not isinstance(entry, Mapping):
        return None
    if path in entry:
        return entry[path]
    below = (
        field(value, path.removeprefix(f"{name}.")) for name, value in entry.items() if path.startswith(f"{name}.")
    )
    return next((found for found in below if found is not None), None)


def listed(entry: Json) -> list[str]:
    """Return the paths of the first fields that can be variables, sorted; only those that a claim can write."""
    known = (path for path in _paths(entry, "", _DEPTH) if fits(FIELD_PATH, path))
    return sorted(islice(known, _COMPARED))[:_LISTED]


def scalar(value: Json) -> str | None:
    """Return a text, number, boolean, or list of these as a text, or None if the value is anything else."""
    if isinstance(value, list | tuple):
        texts = [None if isinstance(item, list | tuple) else scalar(item) for item in value]
        known = [text for text in texts if text is not None]
        return ",".join(known) if known and len(known) == len(texts) else None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return json.dumps(value) if isinstance(value, int | float) else None


def _paths(value: Json, path: str, depth: int) -> Iterator[str]:
    is_source = at(value, "secretKeyRef") is not None or at(value, "env") is not None
    if isinstance(value, Mapping) and not is_source:
        for name, item in value.items() if depth else ():
            yield from _paths(item, f"{path}.{name}" if path else name, depth - 1)
    elif path and (is_source or scalar(value) is not None):
        yield path
