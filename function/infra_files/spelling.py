"""Gives settings that L5 spells in two ways one spelling, so that a file overrides what another one spells differently.

An entry that contains both spellings of a setting stays as it is: the check of the binding compares them.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from function.apis.infra_binding.sections import SECTIONS
from function.yaml.node import Entry, Node

_SPELLINGS: Mapping[str, Mapping[str, str]] = {
    section: {other: path for model in models.values() for other, path in model.spellings.items()}
    for section, models in SECTIONS.items()
}
"""Paths below an entry, and what they stand for. They are the same for all types: a file may omit the type."""


def one_spelling(root: Node) -> Node:
    """Return the content of a file with one spelling for each setting; ranges stay those of the values."""
    if not isinstance(root.content, dict):
        return root
    sections = {name: _section(section, _SPELLINGS.get(name, {})) for name, section in root.content.items()}
    return root._replace(content=sections)


def _section(section: Entry, spellings: Mapping[str, str]) -> Entry:
    if not isinstance(section.node.content, dict):
        return section
    content = section.node.content
    entries = {name: entry._replace(node=_respelled(entry.node, spellings)) for name, entry in content.items()}
    return section._replace(node=section.node._replace(content=entries))


def _respelled(node: Node, spellings: Mapping[str, str]) -> Node:
    found = node
    for other, path in spellings.items():
        source, target = other.split("."), path.split(".")
        entry = _at(found, source) or _null_above(found, source)
        if entry is not None and _at(found, target) is None and _is_object(found, target[:-1]):
            found = _with(_without(found, source), target, entry)
    return found


def _null_above(root: Node, steps: Sequence[str]) -> Entry | None:
    """Return the object that contains the setting if it is null, which removes the setting too."""
    above = _at(root, steps[:-1])
    return above if above is not None and above.node.content is None else None


def _is_object(root: Node, steps: Sequence[str]) -> bool:
    """Return whether there is an object at these steps, or nothing."""
    entry = _at(root, steps)
    return entry is None or isinstance(entry.node.content, dict)


def _at(root: Node, steps: Sequence[str]) -> Entry | None:
    entry, content = None, root.content
    for step in steps:
        entry = content.get(step) if isinstance(content, dict) else None
        if entry is None:
            return None
        content = entry.node.content
    return entry


def _with(root: Node, steps: Sequence[str], entry: Entry) -> Node:
    content: dict[str, Any] = dict(root.content) if isinstance(root.content, dict) else {}
    first, *further = steps
    below = content.get(first, entry._replace(node=Node({}, entry.node.range)))
    content[first] = below._replace(node=_with(below.node, further, entry)) if further else entry
    return root._replace(content=content)


def _without(root: Node, steps: Sequence[str]) -> Node:
    """Return the value without the entry, and without an object that is then empty."""
    first, *further = steps
    if not isinstance(root.content, dict) or first not in root.content:
        return root
    content = dict(root.content)
    below = _without(content[first].node, further) if further else None
    if below is not None and below.content != {}:
        content[first] = content[first]._replace(node=below)
    else:
        del content[first]
    return root._replace(content=content)
