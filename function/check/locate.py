"""From the path of a problem, such as `spec.env[2].name`, to lines and columns in the file."""

import re

from function.base.problems import Problem
from function.yaml.node import Entry, Node, Range

_POSITION = re.compile(r"\[([0-9]+)]")


def locate(root: Node, problem: Problem) -> Range:
    """Return the range of the wrong value.

    For a field that is unknown or empty it is that of its key, for one that is absent that of its parent's key.
    """
    node, key, rest = root, _head(root), problem.path
    while rest:
        name = _longest_key(node, rest)
        item = _POSITION.match(rest)
        content = node.content
        if isinstance(content, dict) and name is not None:
            key, node = content[name]
            rest = rest.removeprefix(name).removeprefix(".")
        elif isinstance(content, list) and item and int(item[1]) < len(content):
            node = content[int(item[1])]
            key, rest = _head(node), rest.removeprefix(item[0]).removeprefix(".")
        else:
            return key
    return key if problem.code in ("EP101", "EP102") else node.range


def _longest_key(node: Node, rest: str) -> str | None:
    """Return the key that `rest` begins with; keys may hold dots themselves, as labels do."""
    if not isinstance(node.content, dict):
        return None
    keys = [key for key in node.content if rest.startswith(key) and rest[len(key) : len(key) + 1] in ("", ".", "[")]
    return max(keys, key=len, default=None)


def _head(node: Node) -> Range:
    """Return the range shown for a whole object, which is its first key, or that of any other value."""
    if isinstance(node.content, dict) and node.content:
        first: Entry = next(iter(node.content.values()))
        return first.key
    return node.range
