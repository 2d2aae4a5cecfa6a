"""A part of a compose file with the values of its variables."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from function.base.manifest import Json
from function.base.problems import describe
from function.importing.described import Misfit, Steps
from function.importing.interpolation import resolved

_MALFORMED = describe("does not fit into a claim: invalid variable", hint="write ${NAME}, or $$ for a $")
_HIDDEN = describe(
    "does not fit into a claim: no value for a variable", hint="write it as ${NAME} to see its name, or $$ for a $"
)
_OPEN = ("deploy", "expose", "image", "ports", "pull_policy", "restart", "scale", "stop_grace_period", "user")
"""Fields without secrets."""


class Interpolated(NamedTuple):
    """A value in which texts without all of their values are null, and these texts."""

    value: Json
    misfits: tuple[Misfit, ...] = ()


def interpolated(value: Json, variables: Mapping[str, str], path: Steps) -> Interpolated:
    """Return the value at a path, and everything below it, with the values of variables. Keys have none."""
    if isinstance(value, str):
        return _text(value, variables, path)
    if isinstance(value, Mapping):
        fields = {key: interpolated(item, variables, (*path, key)) for key, item in value.items()}
        misfits = tuple(misfit for found in fields.values() for misfit in found.misfits)
        return Interpolated({key: found.value for key, found in fields.items()}, misfits)
    if isinstance(value, Sequence):
        items = [interpolated(item, variables, (*path, position)) for position, item in enumerate(value)]
        misfits = tuple(misfit for found in items for misfit in found.misfits)
        return Interpolated([found.value for found in items], misfits)
    return Interpolated(value)


def _text(text: str, variables: Mapping[str, str], path: Steps) -> Interpolated:
    found = resolved(text, variables)
    if found is None:
        return Interpolated(None, (Misfit(path, _MALFORMED),))
    if not found.unset:
        return Interpolated(found.text)
    names = ", ".join(name for name in found.unset if path[0] in _OPEN or _is_certain(name, text))
    message = describe(f"no value for {names}", hint=f"set {names} in the environment or in a file .env")
    return Interpolated(None, (Misfit(path, f"does not fit into a claim: {message}" if names else _HIDDEN),))


def _is_certain(name: str, text: str) -> bool:
    """Return whether the text contains the variable, and not a password with a $ in it."""
    return f"${{{name}" in text or f"${name}" in (text, text.partition("=")[2])
