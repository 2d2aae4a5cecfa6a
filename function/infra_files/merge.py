"""Merges the files of a binding, as `extends` means it."""

from collections.abc import Sequence

from function.yaml.node import Entry, Node


def merge(nodes: Sequence[Node]) -> Node:
    """Return one value of several, of which each extends the next.

    Objects are merged key by key; any other value replaces the inherited one as a whole, and null removes it.
    """
    merged, *extending = reversed(nodes)
    for node in extending:
        merged = _without_nulls(_over(node, merged))
    return _without_nulls(merged)


def _over(child: Node, parent: Node) -> Node:
    if not isinstance(child.content, dict) or not isinstance(parent.content, dict):
        return child
    inherited = parent.content
    entries = {
        key: Entry(entry.key, _over(entry.node, inherited[key].node)) if key in inherited else entry
        for key, entry in child.content.items()
    }
    return child._replace(content={**entries, **{key: inherited[key] for key in inherited if key not in entries}})


def _without_nulls(node: Node) -> Node:
    """Return the value without the keys that are null, at every depth of objects."""
    if not isinstance(node.content, dict):
        return node
    kept = {key: entry for key, entry in node.content.items() if entry.node.content is not None}
    return node._replace(content={key: Entry(entry.key, _without_nulls(entry.node)) for key, entry in kept.items()})
