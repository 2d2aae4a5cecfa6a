"""Corrects a mistake in the values of a resource, and says what to write at which place in the text."""

from collections.abc import Sequence
from typing import NamedTuple

from function.base.fix import Quote, Rename, Replace
from function.base.problems import Problem
from function.check.locate import Step, trail
from function.yaml.node import Entry, Node, Range
from function.yaml.replace import written_at
from function.yaml.scalar import Scalar, scalar


class Correction(NamedTuple):
    """The place of a key or value in the text, and what to write there."""

    place: Range
    value: Scalar


def corrected(root: Node, problem: Problem, lines: Sequence[str]) -> Correction | None:
    """Correct a problem in the lists and objects of a resource, and return what to write.

    Return None, and change nothing, if the text at the place is not just the key or value: with an anchor or a tag, in
    several lines, or somewhere else because of an alias or a merge key.
    """
    steps, complete = trail(root, problem.path)
    parents = [root, *(step.node for step in steps[:-1])]
    if not complete or not steps or not all(_is_written_in(*pair) for pair in zip(steps, parents, strict=True)):
        return None
    if isinstance(problem.fix, Rename):
        return _renamed(parents[-1], steps[-1], problem.fix.name, lines)
    value = _value(steps[-1].node, problem, lines)
    if value is None:
        return None
    place = steps[-1].node.range
    _put(parents[-1], steps[-1].name, Node(value, place))
    return Correction(place, value)


def copied(node: Node) -> Node:
    """Return a node whose lists and objects can change without those of the original."""
    content = node.content
    if isinstance(content, dict):
        return node._replace(content={key: Entry(entry.key, copied(entry.node)) for key, entry in content.items()})
    return node._replace(content=[copied(item) for item in content]) if isinstance(content, list) else node


def _is_written_in(step: Step, parent: Node) -> bool:
    return step.key.begins_in(parent.range)


def _renamed(parent: Node, step: Step, name: str, lines: Sequence[str]) -> Correction | None:
    content = parent.content
    if not isinstance(content, dict) or name in content or written_at(lines, step.key) != step.name:
        return None
    entries = [(name if key == step.name else key, entry) for key, entry in content.items()]
    content.clear()
    content.update(entries)
    return Correction(step.key, name)


def _value(node: Node, problem: Problem, lines: Sequence[str]) -> Scalar:
    """Return the right value, or None if it is not certain that the text is the wrong one."""
    text = written_at(lines, node.range)
    if isinstance(problem.fix, Quote):
        is_other = node.plain and isinstance(node.content, bool | int | float)
        return text if is_other and scalar(text, None, plain=True) == node.content else None
    return problem.fix.value if isinstance(problem.fix, Replace) and text == node.content else None


def _put(parent: Node, name: str | int, node: Node) -> None:
    content = parent.content
    if isinstance(content, dict) and isinstance(name, str):
        content[name] = Entry(content[name].key, node)
    elif isinstance(content, list) and isinstance(name, int):
        content[name] = node
