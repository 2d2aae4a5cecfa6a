"""An entry of the document that a claim refers to by its logical name."""

from collections.abc import Mapping

from function.base.manifest import Json
from function.base.problems import Problem, describe, shown
from function.base.suggestion import closest_match

_UNKNOWN = "EP342"
_LISTED = 30
_CHARACTERS, _COMPARED = 63, 300
"""Longest name and most names that a message chooses from: whoever edits the document decides how many there are."""


def entry(
    entries: Mapping[str, Json], name: str, *, path: str, singular: str, binding: str
) -> tuple[Mapping[str, Json], Problem | None]:
    """Return the entry with a logical name, or {} and a problem at `path` that lists the names."""
    found = entries.get(name)
    if isinstance(found, Mapping):
        return found, None
    names = sorted(
        known for known, value in entries.items() if len(known) <= _CHARACTERS and isinstance(value, Mapping)
    )
    best = None if name in entries else closest_match(name, names[:_COMPARED])
    if name in entries:
        known, hint = (
            f"the {singular} in binding '{binding}' must be an object",
            f"correct the {singular} in the binding",
        )
    elif names:
        more = ", …" if len(names) > _LISTED else ""
        known = f"must be one of [{', '.join(names[:_LISTED])}{more}], the {singular}s of binding '{binding}'"
        hint = f"did you mean '{best}'?" if best else f"correct the name, or add the {singular} to the binding"
    elif entries:
        known, hint = f"must be one of the {singular}s of binding '{binding}'", f"add the {singular} to the binding"
    else:
        known, hint = f"binding '{binding}' has no {singular}s", f"add the {singular} to the binding"
    message = describe(known, got=shown(name), hint=hint)
    return {}, Problem(path=path, message=message, code=_UNKNOWN, suggestion=best)
