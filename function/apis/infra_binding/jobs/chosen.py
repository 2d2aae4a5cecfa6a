"""Which of several entries a process uses. Two are never merged into one job."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
_DEFAULT = "default"


@dataclass(frozen=True)
class Chosen(Generic[T]):
    """The name of the entry and the entry, or None for both; `ambiguous` is whether several could be meant."""

    name: str | None
    entry: T | None
    ambiguous: bool = False


def chosen(process: str, asked: str | None, entries: Mapping[str, T]) -> Chosen[T]:
    """Return the entry asked for, or else the one named like the process, or else `default`, or else the only one."""
    names = [asked] if asked is not None else [process, _DEFAULT]
    for name in names:
        if name in entries:
            return Chosen(name, entries[name])
    if asked is None and len(entries) == 1:
        ((name, entry),) = entries.items()
        return Chosen(name, entry)
    return Chosen(None, None, ambiguous=asked is None and len(entries) > 1)
