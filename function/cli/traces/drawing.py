"""The tree of a claim as lines. What is ready is left out where there is too much of it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from function.base.printable import printable
from function.trace.node import Health, Node

_MOST = 10
"""Objects shown below another one; so the tree of a large binding or service fits on one screen."""
_WIDEST = 80
_LONGEST_STATE = 110
"""Characters of a state. The cause above the tree has the whole message; JSON has all of them."""


class Line(NamedTuple):
    """A line of the tree: the branches and the object; `health` is None for a line about several objects."""

    branches: str
    name: str
    state: str
    health: Health | None


def drawn(tree: Node) -> list[Line]:
    """Return the lines of a tree without unprintable characters, with the states below each other."""
    found = list(_lines(tree, "", ""))
    width = min(_WIDEST, max(len(line.branches + line.name) for line in found))
    return [line._replace(name=line.name.ljust(width - len(line.branches))) for line in found]


def _lines(node: Node, before: str, below: str) -> Iterator[Line]:
    yield Line(before, printable(node.title), _cut(printable(node.state.text)), node.state.health)
    shown = _shown(node.children)
    hidden = len(node.children) - len(shown)
    for number, child in enumerate(shown, 1):
        last = number == len(shown) and not hidden
        yield from _lines(child, below + ("└─ " if last else "├─ "), below + ("   " if last else "│  "))
    if hidden:
        yield Line(f"{below}└─ ", _rest(node.children, shown), "", None)


def _cut(state: str) -> str:
    return state if len(state) <= _LONGEST_STATE else f"{state[: _LONGEST_STATE - 1]}…"


def _shown(children: Sequence[Node]) -> Sequence[Node]:
    if len(children) <= _MOST:
        return children
    unready = [child for child in children if not _all_ready(child)]
    ready = [child for child in children if _all_ready(child)]
    kept = [*unready, *ready][: _MOST - 1]
    return [child for child in children if child in kept]


def _rest(children: Sequence[Node], shown: Sequence[Node]) -> str:
    hidden = [child for child in children if child not in shown]
    unready = sum(not _all_ready(child) for child in hidden)
    return f"{len(hidden)} more, " + (f"{unready} not ready" if unready else "all ready")


def _all_ready(node: Node) -> bool:
    return all(found.state.health == "ready" for found in node.all)
