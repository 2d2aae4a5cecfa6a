"""The files that cases name, each read once."""

import posixpath
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from function.base.manifest import Json, Manifest
from function.base.problems import describe
from function.check import files, observed, platform
from function.check.errors import InvalidFileError, UnreadableFileError, UnusableFileError
from function.check.platform import Platform
from function.check.resource import Resource
from function.check.supplied import supplied

T = TypeVar("T")


class UnusableError(Exception):
    """A field of a suite cannot be used; its text is for the user."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


class Sources(NamedTuple):
    """What is read from files, whose paths are relative to the folder of a suite.

    Each raises UnreadableFileError, UnusableFileError, or InvalidFileError.
    """

    resources_at: Callable[[str], tuple[Resource, ...]]
    platform: Callable[[str | None], Platform]

    def resources(self, paths: Sequence[str]) -> list[Resource]:
        """Return the resources in files and folders."""
        return [resource for path in paths for resource in self.resources_at(path)]

    def manifests(self, paths: Sequence[str]) -> list[Manifest]:
        """Return the same without their places."""
        return [resource.manifest for resource in self.resources(paths)]

    def observed(self, paths: Sequence[str]) -> dict[str, Manifest]:
        """Return observed composed resources by their keys."""
        return observed.by_key(self.resources(paths))


def sources(folder: str, root: str | None = None) -> Sources:
    """Return what reads each file once, and with `root` only files in that folder: a suite may be somebody else's."""

    def whole(path: str) -> str:
        found = posixpath.join(folder, path)
        return f"./{found}" if found == files.STDIN else found

    def settings(path: str | None) -> Platform:
        if path is not None:
            if root is not None:
                files.confined(whole(path), root)
            files.content(whole(path), regular=True)  # to wait for a pipe would never end
        return platform.load(None if path is None else whole(path))

    return Sources(cache(lambda path: tuple(supplied(whole(path), regular=True, root=root))), cache(settings))


def only(resources: Sequence[Resource], kinds: frozenset[str], name: str | None) -> Resource:
    """Return the claim among the resources of a file, or the one of this name; raises UnusableFileError."""
    ours = [found for found in resources if found.manifest.get("kind") in kinds]
    chosen = [found for found in ours if name is None or _name(found) == name]
    if len(chosen) == 1:
        return chosen[0]
    file = resources[0].file if resources else "the file"
    if not ours:
        raise UnusableFileError(file, describe("contains no claim", hint=f"the kinds are {', '.join(sorted(kinds))}"))
    names = ", ".join(dict.fromkeys(str(_name(found)) for found in ours))
    what = "contains several claims" if name is None else f"must contain one claim '{name}'"
    raise UnusableFileError(file, describe(what, got=names, hint="choose one with name" if name is None else ""))


def _name(resource: Resource) -> Json:
    metadata = resource.manifest.get("metadata")
    return metadata.get("name") if isinstance(metadata, dict) else None


def usable(field: str, read: Callable[[], T]) -> T:
    """Return what is read for a field; raises UnusableError."""
    try:
        return read()
    except (InvalidFileError, UnreadableFileError, UnusableFileError) as error:
        raise UnusableError(field, str(error).replace("\n", "; ")) from None
