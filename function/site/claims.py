"""The page of an API: its names, an example with what it becomes, and its fields."""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from function.apis.api import NAME_INVALID, VERSION, Api
from function.base.manifest import Json, Manifest, mapping_at
from function.base.model import Spec
from function.base.request import Request
from function.delivery.mark import plain
from function.platform.config import API_VERSION, KIND, PlatformConfig
from function.publish.own import example
from function.publish.pages.api import Dump
from function.render import render
from function.site.element import Child, code_block, element, facts, inline, items, table
from function.site.fields import field_list
from function.site.node import Node
from function.site.page import Link, Page

_SHOWN = ("group", "names", "sizes", "defaultSize")
"""The settings with which the example is rendered. Others may be texts that do not belong on a website."""


def file_of(api: Api[Spec]) -> str:
    """Return the file of an API's page, which no name of a kind can make that of another page."""
    return f"api-{api.folder}.html"


def page(
    api: Api[Spec], found: Sequence[Node], config: PlatformConfig, settings: Mapping[str, Json], dump: Dump
) -> Page:
    """Return the page; `found` are the fields, and `settings` is the document with which the example is rendered."""
    body = (
        element("p", {"class": "lead"}, *inline(api.spec.__doc__ or "")),
        _names(api, config),
        items("ul", {}, (api.name_too_long, NAME_INVALID)),
        *_example(api, config, settings, dump),
        element("h2", {"id": "fields"}, "Fields"),
        field_list(found),
        element("h2", {"id": "objects"}, "Objects"),
        table(("Kind", "Created"), [([element("code", {}, kind)], inline(when)) for kind, when in api.makes]),
        element("h2", {"id": "columns"}, "Columns of kubectl get"),
        table(
            ("Column", "Field", "Shown"),
            [
                ([found.name], [element("code", {}, found.path[1:])], ["with -o wide" if found.priority else "always"])
                for found in api.columns
            ],
        ),
    )
    tops = [node for above in found if above.name in ("spec", "status") for node in (above, *above.below)]
    parts = (
        Link("Example", "#example"),
        *(Link(node.anchor, f"#{node.anchor}") for node in tops),
        Link("Objects", "#objects"),
        Link("Columns of kubectl get", "#columns"),
    )
    return Page(file_of(api), api.kind, body, parts)


def _names(api: Api[Spec], config: PlatformConfig) -> Element:
    named = {
        "apiVersion": f"{config.group}/{VERSION}",
        "kind": api.kind,
        "plural": api.plural,
        "short name": api.short_name,
        "category": api.category,
        "composite of a claim": api.composite_kind,
        "files": f"*{api.files}" if api.files else "",
    }
    return facts([(name, [element("code", {}, text)]) for name, text in named.items() if text])


def _example(api: Api[Spec], config: PlatformConfig, settings: Mapping[str, Json], dump: Dump) -> tuple[Child, ...]:
    claim = example(api, config)
    return (
        element("h2", {"id": "example"}, "Example"),
        element("p", {}, "The shortest document that is valid under the schema."),
        code_block(dump([claim]), "Example"),
        _rendered(claim, settings, dump),
    )


def _rendered(claim: Manifest, settings: Mapping[str, Json], dump: Dump) -> Element:
    spec = {name: value for name, value in mapping_at(settings, "spec").items() if name in _SHOWN}
    outcome = render(Request(xr=claim, platform={"apiVersion": API_VERSION, "kind": KIND, "spec": spec}))
    made = [plain(composed.manifest) for composed in outcome.resources.values()]
    kinds = ", ".join(dict.fromkeys(str(manifest["kind"]) for manifest in made))
    head = element("summary", {}, f"What it becomes with the built-in defaults: {kinds}")
    return element("details", {"class": "rendered"}, head, code_block(dump(made), "Manifests"))
