"""A workload that a file of another tool describes."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from function.base.manifest import Json, Manifest

Steps: TypeAlias = tuple[str | int, ...]


class Misfit(NamedTuple):
    """The path of what has no place in Kubernetes or in a claim; without a message, its field decides what to say."""

    path: Steps
    message: str = ""


class Described(NamedTuple):
    """A workload as Kubernetes would run it, by kind.

    `path` is its place in the file, the paths of `unfit` are below it, and `hint` says what to do about a field.
    `place` returns the path below it for a path in the claim and the value there, or ().
    """

    name: str
    path: tuple[str, ...]
    objects: Mapping[str, Manifest]
    unfit: tuple[Misfit, ...]
    hint: Callable[[str], str]
    place: Callable[[Steps, Json], Steps]
