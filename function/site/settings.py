"""The page of the PlatformConfig: examples of settings, and all its fields."""

import re
from collections.abc import Sequence

from function.base.manifest import Manifest
from function.platform.config import API_VERSION, KIND
from function.publish.explain.root import Root
from function.publish.pages.adaptations import ADAPTATIONS, Adaptation
from function.publish.pages.api import Dump
from function.site.element import Child, code_block, element, inline
from function.site.fields import field_list
from function.site.node import Node
from function.site.page import Link, Page

FILE = "settings.html"
_LINK = re.compile(r"\[([^][]*)]\([^()]*\)")


def page(root: Root, found: Sequence[Node], dump: Dump) -> Page:
    """Return the page; `found` are the fields of the root."""
    body = (
        element("p", {"class": "lead"}, *inline(root.tree.description)),
        element("h2", {"id": "fields"}, "Fields"),
        field_list(found),
        element("h2", {"id": "examples"}, "Examples"),
        *(part for adaptation in ADAPTATIONS for part in _example(adaptation, dump)),
    )
    tops = [node for above in found for node in (above, *above.below)]
    parts = (*(Link(node.anchor, f"#{node.anchor}") for node in tops), Link("Examples", "#examples"))
    return Page(FILE, KIND, body, parts)


def _example(adaptation: Adaptation, dump: Dump) -> tuple[Child, ...]:
    settings: Manifest = {"apiVersion": API_VERSION, "kind": KIND, "spec": adaptation.settings}
    return (
        element("h3", {}, adaptation.title),
        element("p", {}, *inline(_LINK.sub(r"\1", adaptation.text))),
        code_block(dump([settings]), adaptation.title),
    )
