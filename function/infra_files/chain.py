"""The files of a binding: one `.infra` file, the file that it extends, and so on."""

import posixpath
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from function.base.problems import Problem, describe
from function.check.errors import UnreadableFileError, UnusableFileError
from function.check.files import STDIN, confined, display_name, repository
from function.check.finding import Finding
from function.check.resource import Resource
from function.infra_files.layer import EXTENDS, Layer, layer
from function.yaml.node import Node, value_of


class Read(Protocol):
    """Opens files."""

    def __call__(self, path: str, *, regular: bool = False) -> bytes:
        """Return the bytes of a file; with `regular`, of nothing but a regular file. Raises UnreadableFileError."""


LAYERS_MAX = 20
"""Maximum number of files of one binding."""


class Chain(NamedTuple):
    """The files, each before the one that it extends, and what is wrong with them."""

    files: tuple[str, ...]
    nodes: tuple[Node, ...]
    """The content of each file, or nothing if one of them cannot be used."""
    findings: tuple[Finding, ...]


def chain(path: str, read: Read) -> Chain:
    """Return the file at `path` and those that it extends; raises UnreadableFileError if the first cannot be read.

    A path in `extends` is relative to the folder of the file that contains it, and in the repository of the first: a
    file may be somebody else's, and messages repeat keys and values.
    """
    layers = [layer(display_name(path), read(path))]
    paths = [path]
    while layers[-1].node is not None and (parent := layers[-1].parent) is not None:
        paths.append(_relative(paths[-1], parent))
        found = _next(paths, read)
        if isinstance(found, str):
            return _chain(layers, _refused(layers[-1].file, layers[-1].node, found))
        layers.append(found)
    return _chain(layers)


def _next(paths: list[str], read: Read) -> Layer | str:
    """Return the last file of these paths, or why it cannot be used."""
    *earlier, path = paths
    if path in earlier:
        names = " extends ".join(map(display_name, paths[earlier.index(path) :]))
        return describe(f"cycle: {names}", hint="remove one extends field")
    if len(paths) > LAYERS_MAX:
        return f"the chain of extends is longer than {LAYERS_MAX} files"
    try:
        confined(path, repository(posixpath.dirname(paths[0])))
        return layer(display_name(path), read(path, regular=True))  # a pipe or device would keep us waiting
    except (UnreadableFileError, UnusableFileError) as error:
        return str(error)


def _relative(path: str, parent: str) -> str:
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), parent))
    return f"./{joined}" if joined == STDIN else joined


def _chain(layers: Sequence[Layer], *refused: Finding) -> Chain:
    nodes = [found.node for found in layers if found.node is not None]
    findings = [finding for found in layers for finding in found.findings]
    whole = len(nodes) == len(layers) and not refused
    return Chain(tuple(found.file for found in layers), tuple(nodes) if whole else (), (*findings, *refused))


def _refused(file: str, node: Node, reason: str) -> Finding:
    problem = Problem(path=EXTENDS, message=reason, code="EP421")
    return Resource(file, 1, node, value_of(node)).finding(problem)
