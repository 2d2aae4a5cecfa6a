"""What a YAML file says and where: every value and every key with its place."""

from typing import NamedTuple

from function.base.manifest import Json
from function.yaml.scalar import Scalar


class Range(NamedTuple):
    """A place in a file, counted from 1 in lines and code points; the end is the first column behind it."""

    line: int
    column: int
    end_line: int
    end_column: int


class Node(NamedTuple):
    """A value and its place."""

    content: "dict[str, Entry] | list[Node] | Scalar"
    range: Range


class Entry(NamedTuple):
    """A key's place and its value."""

    key: Range
    node: Node


class Flaw(NamedTuple):
    """What is wrong with the YAML itself, whatever the document means."""

    code: str
    message: str
    range: Range


class Document(NamedTuple):
    """One document of a file, counted from 1, and its flaws; for all but EP003, a duplicate key, kubectl refuses it."""

    number: int
    root: Node
    flaws: tuple[Flaw, ...]


def plain(node: Node) -> Json:
    """Return the value without places."""
    content = node.content
    if isinstance(content, dict):
        return {key: plain(entry.node) for key, entry in content.items()}
    if isinstance(content, list):
        return [plain(item) for item in content]
    return content
