"""The page of codes, and what the search finds there."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from function.base.code import Code
from function.base.codes import CODES, FAMILIES
from function.site.element import Child, element, inline
from function.site.entry import Entry
from function.site.page import Link, Page

FILE = "codes.html"


def page() -> Page:
    """Return the page: each family with its codes."""
    text = "Every problem that platformctl and the function report has a code, which never changes its meaning."
    lead = element("p", {"class": "lead"}, text)
    parts = [part for prefix, about in FAMILIES.items() for part in _family(prefix, about)]
    links = [Link(f"{prefix}xx", f"#{prefix}") for prefix in FAMILIES]
    return Page(FILE, "Codes", (lead, *parts), links)


def entries() -> Iterator[Entry]:
    """Yield the codes."""
    for code in CODES:
        yield Entry("code", "", code.name, FILE, code.name, f"{code.meaning} {code.remedy}")


def _family(prefix: str, about: str) -> list[Child]:
    return [
        element("h2", {"id": prefix}, f"{prefix}xx"),
        element("p", {}, *inline(about)),
        *(_code(code) for code in CODES if code.name.startswith(prefix)),
    ]


def _code(code: Code) -> Element:
    return element(
        "section",
        {"id": code.name, "class": "entry"},
        element("h3", {}, element("a", {"href": f"#{code.name}"}, code.name)),
        element("p", {}, *inline(code.meaning)),
        element("p", {"class": "remedy"}, *inline(code.remedy)),
    )
