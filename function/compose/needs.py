"""What the user must put beside a compose file: values of variables, and files."""

import re
from collections.abc import Mapping
from itertools import chain, count
from typing import NamedTuple

from function.base.manifest import Json, at, text_at

PREFIX = "ENV_"
"""The beginning of the names of all variables in `.env`."""
_NO_NAME = re.compile("[^A-Za-z0-9_]")
_SPECIAL = re.compile("[^-._A-Za-z0-9 ]")
"""What could end the message in a reference, or begin another one."""
_REFERENCES = {"secretKeyRef": "Secret", "configMapKeyRef": "ConfigMap"}


class Source(NamedTuple):
    """A key of a Secret or ConfigMap."""

    kind: str
    name: str
    key: str
    optional: bool

    def __str__(self) -> str:
        return f"key {self.key} of {self.kind} {self.name}"


def source(value_from: Json) -> Source | None:
    """Return the key that a variable has its value from, or None if it is none."""
    for field, kind in _REFERENCES.items():
        found = at(value_from, field)
        if isinstance(found, Mapping):
            return Source(kind, text_at(found, "name"), text_at(found, "key"), found.get("optional") is True)
    return None


def variable(name: str, wanted: Source, taken: Mapping[str, Source]) -> str:
    """Return the variable of `.env` for one of a container, with a number if its name stands for something else.

    The prefix keeps variables of the shell out, which compose prefers to those in `.env`.
    """
    own = f"{PREFIX}{_NO_NAME.sub('_', name)}"
    names = chain([own], (f"{own}_{number}" for number in count(2)))
    return next(free for free in names if taken.get(free, wanted) == wanted)


def reference(name: str, wanted: Source, default: str = "") -> str:
    """Return what compose replaces by the value; without one, it does not start what requires it."""
    if default or wanted.optional:
        return f"${{{name}:-{default}}}"
    return f"${{{name}:?set it in .env: {_SPECIAL.sub('_', str(wanted))}}}"
