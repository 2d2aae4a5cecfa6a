"""Says for each value of a binding which file and line it comes from."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from function.base.problems import join
from function.infra_files.load import Loaded
from function.infra_files.substitution import Used
from function.yaml.node import Node, value_of


class Explained(NamedTuple):
    """A value, and where it is written."""

    path: str
    value: str
    """The value as JSON."""
    file: str
    line: int
    layer: int
    """How many times `extends` leads from the file of the binding to this file."""
    variables: tuple[Used, ...]


def explained(loaded: Loaded) -> Iterator[Explained]:
    """Yield each single value, in the order of the binding; an empty object or list counts as one."""
    if loaded.node is None:
        return
    for path, node in leaves(loaded.node):
        yield Explained(
            path=path,
            value=json.dumps(value_of(node), ensure_ascii=False),
            file=node.range.file,
            line=node.range.line,
            layer=loaded.files.index(node.range.file),
            variables=loaded.used.get(node.range, ()),
        )


def leaves(node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """Yield the path and value of everything below `node` that contains nothing else."""
    if isinstance(node.content, dict) and node.content:
        for key, entry in node.content.items():
            yield from leaves(entry.node, join(path, key))
    elif isinstance(node.content, list) and node.content:
        for position, item in enumerate(node.content):
            yield from leaves(item, join(path, position))
    else:
        yield path, node
