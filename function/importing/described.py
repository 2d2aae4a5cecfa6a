"""A workload that a file of another tool describes."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from function.base.manifest import Manifest


class Described(NamedTuple):
    """A workload as Kubernetes would run it, by kind.

    `path` is its place in the file, `unfit` are the paths below it that have no place in Kubernetes or in a claim, and
    `hint` says what to do about a field.
    """

    name: str
    path: tuple[str, ...]
    objects: Mapping[str, Manifest]
    unfit: tuple[tuple[str | int, ...], ...]
    hint: Callable[[str], str]
