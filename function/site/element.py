"""Elements of HTML. The serializer of the standard library escapes every text and every attribute."""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, tostring

Child = Element | str
_ON_LINES = frozenset({"div", "dd", "dl", "details", "header", "li", "p", "section", "tr", "ul", "ol"})
"""Elements after which a new line begins, so that a difference between two sites is shown by lines."""


def element(tag: str, attributes: Mapping[str, str], *children: Child) -> Element:
    """Return an element with its children: texts and elements in order."""
    made = Element(tag, dict(attributes))
    last: Element | None = None
    for child in children:
        if not isinstance(child, str):
            made.append(child)
            last = child
        elif last is None:
            made.text = (made.text or "") + child
        else:
            last.tail = (last.tail or "") + child
    return made


def inline(text: str) -> list[Child]:
    """Return a text in which what is between backticks is code; a backtick without its pair is a character."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return [text]
    return [element("code", {}, part) if position % 2 else part for position, part in enumerate(parts) if part]


def items(tag: str, attributes: Mapping[str, str], texts: Iterable[str]) -> Element:
    """Return a list, `ul` or `ol`, with an item for each text."""
    return element(tag, attributes, *(element("li", {}, *inline(text)) for text in texts))


def facts(pairs: Iterable[tuple[str, Iterable[Child]]]) -> Element:
    """Return a list of names and values."""
    rows = (element("div", {}, element("dt", {}, name), element("dd", {}, *children)) for name, children in pairs)
    return element("dl", {"class": "facts"}, *rows)


def table(header: Iterable[str], rows: Iterable[Iterable[Iterable[Child]]]) -> Element:
    """Return a table, which scrolls by itself on a narrow screen; the first cell of a row is its heading."""
    head = element("tr", {}, *(element("th", {"scope": "col"}, name) for name in header))
    body = [_row([list(cell) for cell in row]) for row in rows]
    made = element("table", {}, element("thead", {}, head), element("tbody", {}, *body))
    return element("div", {"class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Table"}, made)


def _row(cells: list[list[Child]]) -> Element:
    first, *others = cells
    return element("tr", {}, element("th", {"scope": "row"}, *first), *(element("td", {}, *cell) for cell in others))


def code_block(text: str, label: str) -> Element:
    """Return a block of code, which can be scrolled with the keyboard."""
    attributes = {"tabindex": "0", "role": "region", "aria-label": label}
    return element("pre", attributes, element("code", {}, text))


def document(html: Element) -> bytes:
    """Return the page as UTF-8."""
    for found in html.iter():
        if found.tag in _ON_LINES:
            found.tail = (found.tail or "") + "\n"
    return b"<!doctype html>\n" + tostring(html, encoding="unicode", method="html").encode() + b"\n"
