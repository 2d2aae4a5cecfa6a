"""What all pages have in common: the head, the navigation, and the search."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from function.site.element import Child, document, element
from function.site.entry import NAME as INDEX

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
"""What a page may load: the files of the site, and nothing else."""


class Link(NamedTuple):
    """A link of the navigation."""

    text: str
    href: str


class Page(NamedTuple):
    """A page: its heading, what is on it, and the links to its parts."""

    file: str
    title: str
    body: Sequence[Child]
    parts: Sequence[Link] = ()
    short: str = ""
    """The heading in the navigation, if it is another one."""


def html(page: Page, pages: Iterable[Link], site: str) -> bytes:
    """Return the file of a page; `site` is the name of the site."""
    heading = element("h1", {}, page.title)
    content = element("main", {"id": "content", "tabindex": "-1"}, heading, *page.body)
    layout = element("div", {"class": "layout"}, *([_parts(page.parts)] if page.parts else []), content)
    skip = element("a", {"class": "skip", "href": "#content"}, "Skip to the content")
    body = element("body", {}, skip, _header(page, pages, site), layout, _footer())
    return document(element("html", {"lang": "en"}, _head(f"{page.title} · {site}"), body))


def _head(title: str) -> Element:
    return element(
        "head",
        {},
        element("meta", {"charset": "utf-8"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "referrer", "content": "no-referrer"}),
        element("title", {}, title),
        element("link", {"rel": "icon", "href": "icon.svg", "type": "image/svg+xml"}),
        element("link", {"rel": "stylesheet", "href": "site.css"}),
        # not deferred, so that the page is never shown in the other colors first
        element("script", {"src": "site.js"}),
        element("script", {"src": INDEX, "defer": ""}),
    )


def _header(page: Page, pages: Iterable[Link], site: str) -> Element:
    links = (element("li", {}, _page_link(link, page.file)) for link in pages)
    navigation = element("nav", {"aria-label": "Pages"}, element("ul", {}, *links))
    home = element("a", {"class": "home", "href": "index.html"}, site)
    theme = element("button", {"type": "button", "id": "theme", "hidden": ""}, "Dark")
    return element("header", {"class": "top"}, home, navigation, _search(), theme)


def _page_link(link: Link, file: str) -> Element:
    current = {"aria-current": "page"} if link.href == file else {}
    return element("a", {"href": link.href, **current}, link.text)


def _search() -> Element:
    """Return the search, which is shown when the script runs."""
    box = element(
        "input",
        {
            "id": "search",
            "type": "search",
            "role": "combobox",
            "placeholder": "Search",
            "autocomplete": "off",
            "spellcheck": "false",
            "maxlength": "300",
            "aria-label": "Search fields, reasons, and codes",
            "aria-autocomplete": "list",
            "aria-expanded": "false",
            "aria-controls": "results",
            "aria-keyshortcuts": "/",
        },
    )
    results = element("div", {"id": "results", "role": "listbox", "aria-label": "Results", "hidden": ""})
    count = element("p", {"id": "count", "role": "status", "class": "count"})
    panel = element("div", {"class": "panel"}, count, results)
    return element("div", {"role": "search", "class": "search", "hidden": ""}, box, element("kbd", {}, "/"), panel)


def _parts(links: Sequence[Link]) -> Element:
    listed = element("ul", {}, *(element("li", {}, element("a", {"href": link.href}, link.text)) for link in links))
    details = element("details", {"open": ""}, element("summary", {}, "On this page"), listed)
    return element("nav", {"class": "parts", "aria-label": "On this page"}, details)


def _footer() -> Element:
    text = "Written by platformctl docs build. Press / to search."
    return element("footer", {}, element("p", {}, text))
