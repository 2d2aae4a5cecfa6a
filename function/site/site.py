"""The whole site: every file by its path."""

from collections.abc import Iterator, Mapping, Sequence

from function.apis.registry import REASONS, named_apis
from function.base.codes import CODES
from function.base.manifest import Json
from function.platform.config import KIND, PlatformConfig
from function.publish.explain.page import parts_of
from function.publish.explain.root import Root, roots
from function.publish.pages.api import Dump
from function.publish.sentence import first_sentence
from function.site import claims, codes, platform, reasons, settings, start
from function.site.entry import NAME, Entry, index
from function.site.node import Node, every, nodes
from function.site.page import Link, Page, html
from function.site.start import Card

_LEAD = "Every field, condition, reason, and code. `platformctl explain` prints the same on a terminal."


def site(config: PlatformConfig, document: Mapping[str, Json], dump: Dump) -> Mapping[str, bytes]:
    """Return the content of each file; `document` is the PlatformConfig as written, {} for the built-in settings."""
    apis = named_apis(config)
    documents = roots(apis.values(), config)
    fields = {root.kind: nodes(root.tree) for root in documents}
    described = [
        *(claims.page(api, fields[api.kind], config, document, dump) for api in apis.values()),
        settings.page(documents[-1], fields[KIND], dump),
    ]
    pages = [
        *described,
        reasons.page(),
        codes.page(),
        platform.page(apis.values(), config, document, fields[KIND]),
    ]
    first = start.page("Reference", _LEAD, [*_cards(documents, described, fields), *_OTHERS])
    links = [Link(page.short or page.title, page.file) for page in pages]
    files = {page.file: html(page, links, config.group) for page in (first, *pages)}
    found = [*_entries(documents, described, fields), *reasons.entries(), *codes.entries(), *platform.entries(config)]
    return {**files, NAME: index(found)}


_OTHERS = (
    Card(
        "Conditions and reasons",
        reasons.FILE,
        "Why a claim does not work, and what to do.",
        f"{len(REASONS)} reasons",
    ),
    Card("Codes", codes.FILE, "The problems that are found in files, and what to do.", f"{len(CODES)} codes"),
    Card("Platform", platform.FILE, "Names of the kinds, sizes, and the rules of this platform.", "Settings in effect"),
)


def _cards(documents: Sequence[Root], pages: Sequence[Page], fields: Mapping[str, Sequence[Node]]) -> Iterator[Card]:
    for root, page in zip(documents, pages, strict=True):
        count = sum(not node.is_variant for node in every(fields[root.kind]))
        yield Card(root.kind, page.file, first_sentence(root.tree.description), f"{root.version}, {count} fields")


def _entries(documents: Sequence[Root], pages: Sequence[Page], fields: Mapping[str, Sequence[Node]]) -> Iterator[Entry]:
    for root, page in zip(documents, pages, strict=True):
        yield Entry("kind", "", root.kind, page.file, "", root.tree.description)
        for node in every(fields[root.kind]):
            about = parts_of(node.field)["DESCRIPTION"]
            yield Entry("type" if node.is_variant else "field", root.kind, node.anchor, page.file, node.anchor, about)
