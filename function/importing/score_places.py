"""Where a Score file says what a field of a claim says."""

from collections.abc import Mapping

from function.base.manifest import Json, text_at
from function.importing.environment import VARIABLES

_FIELDS = {
    "args": "args",
    "command": "command",
    "env": "variables",
    "healthPath": "livenessProbe",
    "image": "image",
    "nats": "variables",
    "readyPath": "readinessProbe",
    "resources": "resources",
}
"""Fields of a claim, each with the field of a container that it comes from."""


def place(name: str, container: Mapping[str, Json], steps: tuple[str | int, ...], value: Json) -> tuple[str | int, ...]:
    """Return the path in the file for a path in a claim and the value there, or () if nothing says it."""
    field = _FIELDS.get(str(steps[1]))
    if field is None or field not in container:
        return ()
    if field == "variables":
        found = text_at(value, "name") or VARIABLES.get(str(steps[-1]), "")
        return ("containers", name, field, found)
    words = isinstance(container[field], list) and isinstance(steps[-1], int)
    return ("containers", name, field, *(steps[-1:] if words else ()))
