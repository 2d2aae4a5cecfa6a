"""Fields as nested lists: objects can be opened, with or without scripts."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from function.publish.explain.page import parts_of
from function.publish.pages.types import type_of
from function.publish.schema.tree import Scalar, Schema
from function.site.element import Child, element, facts, inline, items
from function.site.node import Node

_CODE = frozenset({"DEFAULT", "EXAMPLE"})
"""The parts whose text is a value."""


def field_list(found: Sequence[Node]) -> Element:
    """Return the list of fields, each with everything below it."""
    return element("ul", {"class": "fields"}, *map(_item, found))


def _item(node: Node) -> Element:
    parts = parts_of(node.field)
    about = [element("span", {"class": "about"}, *inline(parts["DESCRIPTION"]))] if parts["DESCRIPTION"] else []
    head: list[Child] = [*_labels(node, parts["REQUIRED"]), *about]
    known = list(_facts(node.field.schema, parts))
    rules = [*dict.fromkeys(line.removeprefix("- ") for line in parts["RULES"].splitlines())]
    more = [
        *([facts(known)] if known else []),
        *([element("p", {"class": "label"}, "Rules"), items("ul", {"class": "rules"}, rules)] if rules else []),
    ]
    attributes = {"id": node.anchor, "class": "field"}
    if not node.below:
        return element("li", attributes, element("div", {"class": "head"}, *head), *more)
    path = element("a", {"class": "path", "href": f"#{node.anchor}"}, node.anchor)
    body = element("div", {"class": "body"}, path, *more, field_list(node.below))
    return element("li", attributes, element("details", {}, element("summary", {}, *head), body))


def _labels(node: Node, required: str) -> Iterator[Element]:
    name = element("code", {}, node.name)
    # a summary is a button already, so a link in it would have no meaning of its own
    yield name if node.below else element("a", {"class": "name", "href": f"#{node.anchor}"}, name)
    yield element("span", {"class": "type"}, type_of(node.field.schema))
    if required:
        yield element("span", {"class": "required"}, "required")


def _facts(schema: Schema, parts: dict[str, str]) -> Iterator[tuple[str, list[Child]]]:
    for name in ("DEFAULT", "ALLOWED", "EXAMPLE"):
        lines = parts[name].splitlines()
        if lines:
            shown: list[Child] = [element("code", {}, parts[name])] if name in _CODE else ["; ".join(lines)]
            yield name.capitalize(), shown
    if isinstance(schema, Scalar) and "pattern" in schema.limits:
        yield "Pattern", [element("code", {}, str(schema.limits["pattern"]))]
