"""Where a compose file says what a field of a claim says."""

from collections.abc import Mapping

from function.base.manifest import Json, text_at
from function.importing.compose_values import variables
from function.importing.environment import VARIABLES

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "args": ("command",),
    "command": ("entrypoint",),
    "env": ("environment",),
    "httpPort": ("ports", "expose", "healthcheck"),
    "image": ("image",),
    "imagePullPolicy": ("pull_policy",),
    "nats": ("environment",),
    "probes": ("healthcheck",),
    "readyPath": ("healthcheck",),
    "resources": ("deploy",),
    "scaling": ("scale", "deploy"),
    "securityContext": ("user",),
    "terminationGracePeriodSeconds": ("stop_grace_period",),
}
"""Fields of a claim, each with the fields of a service that it may come from, the one that wins first."""


def place(service: Mapping[str, Json], steps: tuple[str | int, ...], value: Json) -> tuple[str | int, ...]:
    """Return the path in a service for a path in a claim and the value there, or () if nothing says it."""
    field = next((name for name in _FIELDS.get(str(steps[1]), ()) if name in service), None)
    if field is None:
        return ()
    if field == "environment":
        name = text_at(value, "name") or VARIABLES.get(str(steps[-1]))
        found = [step for step, other, _ in variables(service[field]) if other == name]
        return (field, *found[-1:])
    if isinstance(service[field], list) and isinstance(steps[-1], int):
        return (field, steps[-1])
    return (field,)
