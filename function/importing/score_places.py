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
    "liveness": "livenessProbe",
    "readiness": "readinessProbe",
    "readyPath": "readinessProbe",
    "resources": "resources",
}
"""Fields of a claim, each with the field of a container that it comes from."""


def place(name: str, container: Mapping[str, Json], steps: tuple[str | int, ...], value: Json) -> tuple[str | int, ...]:
    """Return the path in the file for a path in a claim and the value there, or () if nothing says it."""
    first = 2 if steps[1] == "probes" else 1
    field = _FIELDS.get(str(steps[min(first, len(steps) - 1)]))
    if field is None or field not in container:
        return ()
    if field == "resources" or first == 2:
        return ("containers", name, field, *steps[first + 1 :])
    if field == "variables":
        found = text_at(value, "name") or VARIABLES.get(str(steps[-1]), "")
        return ("containers", name, field, found)
    words = isinstance(container[field], list) and isinstance(steps[-1], int)
    return ("containers", name, field, *(steps[-1:] if words else ()))
