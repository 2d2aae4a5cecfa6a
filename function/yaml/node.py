"""The content of a YAML file: values and keys with their positions."""

from typing import NamedTuple

from function.base.manifest import Json
from function.yaml.scalar import Scalar


class Range(NamedTuple):
    """A range in a file, in lines and code points from 1; the end column is the first one after the range."""

    line: int
    column: int
    end_line: int
    end_column: int


class Node(NamedTuple):
    """A value and its range."""

    content: "dict[str, Entry] | list[Node] | Scalar"
    range: Range


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
