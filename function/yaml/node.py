"""The content of a YAML file: values and keys with their positions."""

from typing import NamedTuple

from function.base.manifest import Json
from function.yaml.scalar import Scalar


class Range(NamedTuple):
    """A range in a file, in lines and code points from 1; the end column is the first one after the range.

    `file` is set where a value is merged from several files.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    file: str = ""

    def begins_in(self, whole: "Range") -> bool:
        """Return whether the range begins inside another one, or at its end."""
        return whole[:2] <= self[:2] <= whole[2:4]


class Node(NamedTuple):
    """A value and its range; `plain` is whether a scalar stands without quotes, so that its text decides its type."""

    content: "dict[str, Entry] | list[Node] | Scalar"
    range: Range
    plain: bool = False


class Entry(NamedTuple):
    """A key's range and its value."""

    key: Range
    node: Node


class SyntaxProblem(NamedTuple):
    """An error in the YAML syntax."""

    code: str
    message: str
    range: Range


class Document(NamedTuple):
    """A document of a file, counted from 1, and its problems.

    kubectl rejects a document with any of these problems except EP003, a duplicate key.
    """

    number: int
    root: Node
    problems: tuple[SyntaxProblem, ...]


def value_of(node: Node) -> Json:
    """Return the value without ranges."""
    content = node.content
    if isinstance(content, dict):
        return {key: value_of(entry.node) for key, entry in content.items()}
    if isinstance(content, list):
        return [value_of(item) for item in content]
    return content


def below(node: Node, *path: str | int) -> Node | None:
    """Return the value at a path of keys and positions, or None if there is none."""
    for step in path:
        content = node.content
        if isinstance(step, str) and isinstance(content, dict) and step in content:
            node = content[step].node
        elif isinstance(step, int) and isinstance(content, list) and step < len(content):
            node = content[step]
        else:
            return None
    return node


def in_file(node: Node, file: str) -> Node:
    """Return the value with this file in every range."""
    content, place = node.content, node.range._replace(file=file)
    if isinstance(content, dict):
        entries = {
            key: Entry(entry.key._replace(file=file), in_file(entry.node, file)) for key, entry in content.items()
        }
        return Node(entries, place)
    if isinstance(content, list):
        return Node([in_file(item, file) for item in content], place)
    return node._replace(range=place)
