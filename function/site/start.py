"""The start page: what the site describes, and where."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from function.site.element import Child, element, inline
from function.site.page import Page

FILE = "index.html"


class Card(NamedTuple):
    """A part of the site."""

    title: str
    href: str
    about: str
    note: str


def page(title: str, lead: str, cards: Sequence[Card]) -> Page:
    """Return the page."""
    listed = element("ul", {"class": "cards"}, *(element("li", {}, *_card(card)) for card in cards))
    return Page(FILE, title, (element("p", {"class": "lead"}, *inline(lead)), listed))


def _card(card: Card) -> Iterable[Child]:
    yield element("h2", {}, element("a", {"href": card.href}, card.title))
    yield element("p", {}, *inline(card.about))
    yield element("p", {"class": "note"}, card.note)
