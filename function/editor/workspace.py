"""What is known about the files of a workspace, whoever reads them."""

import posixpath
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from function.apis.infra_binding import KIND as BINDING
from function.base.manifest import text_at
from function.base.request import Fetch
from function.check import documents
from function.check.load import load_content
from function.check.platform import Platform
from function.check.resource import Resource
from function.editor.names import Name, names
from function.editor.outline import outline
from function.editor.subject import is_binding_file
from function.infra_files.layer import EXTENDS
from function.yaml.text import BREAK


class _File(NamedTuple):
    names: tuple[Name, ...] = ()
    bindings: tuple[Resource, ...] = ()
    parent: str = ""


class Workspace:
    """The names, the bindings, and the files of L5 in a workspace, by the paths of its files."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._files: dict[str, _File] = {}
        self._fetch: Fetch | None = None

    def learn(self, path: str, content: bytes) -> None:
        """Take in a file, in place of what was known about it; one that cannot be read keeps what was known."""
        loaded = load_content(path, content)
        if loaded.findings and path in self._files:
            return
        kind = self._platform.names[BINDING]
        bindings = tuple(found for found in loaded.resources if text_at(found.value, "kind") == kind)
        self._replace(path, _File(tuple(names(loaded.resources, self._platform)), bindings, _parent(path, content)))

    def forget(self, path: str) -> None:
        """Remove a file that is gone."""
        self._replace(path, _File())

    @property
    def names(self) -> Sequence[Name]:
        """Return the names of all files."""
        return [name for file in self._files.values() for name in file.names]

    @property
    def parents(self) -> Mapping[str, str]:
        """Return the file that each file of L5 extends."""
        return {path: file.parent for path, file in self._files.items() if file.parent}

    @property
    def fetch(self) -> Fetch:
        """Return what finds the documents of the bindings, which are rendered once until one of them changes."""
        if self._fetch is None:
            bindings = [found for file in self._files.values() for found in file.bindings]
            self._fetch = documents.fetch(documents.once(lambda: bindings, self._platform, "claims"))
        return self._fetch

    def _replace(self, path: str, file: _File) -> None:
        if self._files.get(path, _File()).bindings != file.bindings:
            self._fetch = None
        self._files[path] = file


def _parent(path: str, content: bytes) -> str:
    """Return the path of the file that a file of L5 extends, or ""."""
    found = outline(BREAK.split(content.decode("utf-8", "replace")))
    parent = found.text(EXTENDS)
    return (
        posixpath.normpath(posixpath.join(posixpath.dirname(path), parent)) if parent and is_binding_file(found) else ""
    )
