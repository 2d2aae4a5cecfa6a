"""An entry of the document that a claim refers to by its logical name."""

from collections.abc import Mapping

from function.apis.event_driven_service.binding.document import broken
from function.base.manifest import OBJECTS, SCALARS, Json
from function.base.problems import Problem, describe, shown
from function.base.suggestion import closest_match
from function.base.types import LOGICAL_NAME
from function.base.validation import fits

_UNKNOWN = "EP342"
_LISTED = 30
_COMPARED = 300
"""Most names that a message chooses from: whoever edits the document decides how many there are."""
_DEPTH = 30
"""More levels than any entry has."""


def entry(
    entries: Mapping[str, Json], name: str, *, path: str, singular: str, binding: str
) -> tuple[Mapping[str, Json], Problem | None]:
    """Return the entry with a logical name, or {} and a problem; if the name is unknown, at `path` with all names."""
    if name not in entries:
        return {}, _unknown(entries, name, path, singular, binding)
    found = entries[name]
    if not isinstance(found, Mapping) or _deeper(found, _DEPTH):
        return {}, broken(binding, f"has something other than a {singular} at {singular}s.{name}")
    return found, None


def _unknown(entries: Mapping[str, Json], name: str, path: str, singular: str, binding: str) -> Problem:
    names = sorted(
        known for known, value in entries.items() if fits(LOGICAL_NAME, known) and isinstance(value, Mapping)
    )
    best = closest_match(name, names[:_COMPARED])
    hint = f"add the {singular} to the binding"
    if names:
        more = ", …" if len(names) > _LISTED else ""
        known = f"must be one of [{', '.join(names[:_LISTED])}{more}], the {singular}s of binding '{binding}'"
        hint = f"did you mean '{best}'?" if best else f"correct the name, or {hint}"
    elif entries:
        known = f"must be one of the {singular}s of binding '{binding}'"
    else:
        known = f"binding '{binding}' has no {singular}s"
    message = describe(known, got=shown(name), hint=hint)
    return Problem(path=path, message=message, code=_UNKNOWN, suggestion=best)


def _deeper(value: Json, levels: int) -> bool:
    """Return whether a value has more levels; what reads a deeper one would exceed Python's stack."""
    if isinstance(value, SCALARS):
        return False
    items = value.values() if isinstance(value, OBJECTS) else value
    return levels == 0 or any(_deeper(item, levels - 1) for item in items)
