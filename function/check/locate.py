"""From the path of a problem, such as `spec.env[2].name`, to lines and columns in the file."""

import re

from function.base.problems import Place, Problem
from function.yaml.node import Entry, Node, Range

_POSITION = re.compile(r"\[([0-9]{1,9})]")
_NAME_END = re.compile(r"[.\[]")
_DOTTED_KEY_MAX = 1000
"""A longer key is only found at the end of a path: trying every dot of it would take the square of its length."""
_KEYS = frozenset({"EP101", "EP102", "EP413", "EP414", "EP415"})
"""Codes of problems with a field or an entry as such: it is unknown, empty, one too many, or clashes with another."""


def locate(root: Node, problem: Problem) -> Range:
    """Return the range of the wrong value, or of its key where the key is what is wrong.

    For a field that is absent it is that of the closest parent's key, for a list or object on lines of its own that of
    its key.
    """
    path, of_key = problem.place or Place(problem.path, problem.code in _KEYS)
    node, key = root, _head(root)
    rest: str | None = path or None
    while rest is not None:
        name, item = _longest_key(node, rest), _POSITION.match(rest)
        content = node.content
        if isinstance(content, dict) and name is not None:
            key, node = content[name]
            rest = _below(rest, name)
        elif isinstance(content, list) and item and int(item[1]) < len(content):
            node = content[int(item[1])]
            key, rest = _head(node), _below(rest, item[0])
        else:
            return key
    below_key = isinstance(node.content, dict | list) and node.range.line > key.line
    return key if of_key or below_key else node.range


def _below(rest: str, step: str) -> str | None:
    """Return what follows a step, None where it is the last one; a dot at the end leads to the empty key."""
    return None if rest == step else rest[len(step) :].removeprefix(".")


def _longest_key(node: Node, rest: str) -> str | None:
    """Return the key that `rest` begins with; keys may hold dots themselves, as labels do."""
    content = node.content
    if not isinstance(content, dict):
        return None
    if rest in content:
        return rest
    ends = [end.start() for end in _NAME_END.finditer(rest, 0, _DOTTED_KEY_MAX)]
    return next((rest[:end] for end in reversed(ends) if rest[:end] in content), None)


def _head(node: Node) -> Range:
    """Return the range shown for a whole object, which is its first key, or that of any other value."""
    if isinstance(node.content, dict) and node.content:
        first: Entry = next(iter(node.content.values()))
        return first.key
    return node.range
