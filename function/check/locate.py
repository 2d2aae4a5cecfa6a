"""Finds the lines and columns for the path of a problem, such as `spec.env[2].name`."""

import re
from typing import NamedTuple

from function.base.problems import Place, Problem
from function.yaml.node import Entry, Node, Range

_POSITION = re.compile(r"\[([0-9]{1,9})]")
_NAME_END = re.compile(r"[.\[]")
_DOTTED_KEY_MAX = 1000
"""A longer key is found only at the end of a path: trying every dot in it would take quadratic time."""
_KEYS = frozenset({"EP101", "EP102", "EP413", "EP414", "EP415"})
"""Codes of problems with a key: the field or entry is unknown, empty, superfluous, or conflicts with another."""


class Step(NamedTuple):
    """A step of a path: a key or position, the range that is shown for it, and the value there."""

    name: str | int
    key: Range
    node: Node


def trail(root: Node, path: str) -> tuple[list[Step], bool]:
    """Return the steps of a path as far as they exist, and whether all of them do."""
    found: list[Step] = []
    node, rest = root, path or None
    while rest is not None:
        name, item = _longest_key(node, rest), _POSITION.match(rest)
        content = node.content
        if isinstance(content, dict) and name is not None:
            key, node = content[name]
            found.append(Step(name, key, node))
            rest = _below(rest, name)
        elif isinstance(content, list) and item and int(item[1]) < len(content):
            node = content[int(item[1])]
            found.append(Step(int(item[1]), _head(node), node))
            rest = _below(rest, item[0])
        else:
            return found, False
    return found, True


def locate(root: Node, problem: Problem) -> Range:
    """Return the range of the invalid value, or of its key if the problem is about the key.

    For a missing field, this is the key of the closest parent. For a list or object on separate lines, it is its key.
    """
    path, of_key = problem.place or Place(problem.path, problem.code in _KEYS)
    steps, complete = trail(root, path)
    key, node = steps[-1][1:] if steps else (_head(root), root)
    if not complete:
        return key
    below_key = isinstance(node.content, dict | list) and node.range.line > key.line
    return key if of_key or below_key else node.range


def _below(rest: str, step: str) -> str | None:
    """Return the rest of the path after a step, or None after the last one; a final dot leads to the empty key."""
    return None if rest == step else rest[len(step) :].removeprefix(".")


def _longest_key(node: Node, rest: str) -> str | None:
    """Return the key that `rest` begins with. Keys can contain dots, as label keys do."""
    content = node.content
    if not isinstance(content, dict):
        return None
    if rest in content:
        return rest
    ends = [end.start() for end in _NAME_END.finditer(rest, 0, _DOTTED_KEY_MAX)]
    return next((rest[:end] for end in reversed(ends) if rest[:end] in content), None)


def _head(node: Node) -> Range:
    """Return the range to show for a value: for an object its first key, otherwise the whole value."""
    if isinstance(node.content, dict) and node.content:
        first: Entry = next(iter(node.content.values()))
        return first.key
    return node.range
