"""The page of the platform: names of the kinds, sizes, and the rules for claims that its settings contain."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from function.apis.api import VERSION, Api
from function.apis.marked import marked_texts
from function.base.manifest import Json, mapping_at
from function.base.marks import MayHoldSecret
from function.base.model import Spec
from function.base.printable import printable
from function.platform.config import PlatformConfig
from function.publish.schema.tree import Object
from function.site import claims, settings
from function.site.element import Child, element, inline, table
from function.site.entry import Entry
from function.site.node import Node
from function.site.page import Link, Page

FILE = "platform.html"
_RULES = frozenset(
    {
        *("clusterDomain", "delivery", "images", "labels", "logicVersion", "policy", "scaling", "security"),
        "takeoverMode",
    }
)
"""The settings that say what claims may contain. Others may be addresses and texts that are nobody else's business."""
_WITH_TABLES = frozenset({"group", "names", "sizes", "defaultSize"})
_AMOUNTS = ("cpu", "memory", "ephemeral-storage")


def page(
    apis: Iterable[Api[Spec]], config: PlatformConfig, document: Mapping[str, Json], fields: Sequence[Node]
) -> Page:
    """Return the page; `document` is the PlatformConfig as written, and `fields` are those of its kind."""
    body = (
        element("p", {"class": "lead"}, "What this platform calls the kinds, and what it allows claims."),
        element("h2", {"id": "names"}, "Kinds"),
        table(("Kind", "apiVersion", "Plural", "Short name"), [_kind(api, config) for api in apis]),
        element("h2", {"id": "sizes"}, "Sizes"),
        table(
            ("Size", *(f"{part} of {amount}" for amount in _AMOUNTS for part in ("Request", "Limit"))), _sizes(config)
        ),
        element("h2", {"id": "rules"}, "Rules"),
        *_rules(config, mapping_at(document, "spec"), fields),
    )
    return Page(FILE, "Platform", body, (Link("Kinds", "#names"), Link("Sizes", "#sizes"), Link("Rules", "#rules")))


def entries(config: PlatformConfig) -> Iterator[Entry]:
    """Yield the sizes."""
    for name in config.sizes:
        about = "Size of claims that do not set one." if name == config.default_size else "Preset for CPU and memory."
        yield Entry("size", "", name, FILE, _anchor(name), about)


def _anchor(size: str) -> str:
    return f"size-{size}"


def _kind(api: Api[Spec], config: PlatformConfig) -> list[list[Child]]:
    link = element("a", {"href": claims.file_of(api)}, api.kind)
    texts = (f"{config.group}/{VERSION}", api.plural, api.short_name)
    others: list[list[Child]] = [[element("code", {}, text)] if text else [] for text in texts]
    return [[link], *others]


def _sizes(config: PlatformConfig) -> Iterator[list[list[Child]]]:
    for name, size in config.sizes.items():
        amounts = size.model_dump(by_alias=True, exclude_none=True)
        note = " (default)" if name == config.default_size else ""
        values: list[list[Child]] = [
            [str(amounts.get(part, {}).get(amount, ""))] for amount in _AMOUNTS for part in ("requests", "limits")
        ]
        yield [[element("code", {"id": _anchor(name)}, name), note], *values]


def _rules(config: PlatformConfig, spec: Mapping[str, Json], fields: Sequence[Node]) -> Iterator[Child]:
    tops = {node.name: node for above in fields for node in above.below}
    secret = [found.path for found in marked_texts(config, "spec", MayHoldSecret)]
    rows = [row for name, value in spec.items() if name in _RULES for row in _row(tops[name], value, secret)]
    if rows:
        yield table(("Setting", "Value", "Meaning"), rows)
    else:
        yield element("p", {}, "The settings are the built-in ones, without rules of a platform's own.")
    others = sorted(set(spec) - _RULES - _WITH_TABLES)
    if others:
        yield element("p", {}, f"Settings of these sections are not shown: {', '.join(others)}.")


def _row(node: Node, value: Json, secret: Sequence[str]) -> Iterator[list[list[Child]]]:
    if isinstance(node.field.schema, Object) and isinstance(value, Mapping):
        for below in node.below:
            if below.name in value:
                yield from _row(below, value[below.name], secret)
        return
    link = element("a", {"href": f"{settings.FILE}#{node.anchor}"}, element("code", {}, node.anchor))
    hidden = any(path.startswith(node.field.path) for path in secret)
    shown: Child = "set, and not shown" if hidden else element("code", {}, _shown(value))
    yield [[link], [shown], inline(node.field.description)]


def _shown(value: Json) -> str:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return printable(", ".join(map(str, value)))
    return printable(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
