"""The page of conditions and reasons, and what the search finds there."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from function.apis.registry import REASONS
from function.base.condition import TYPES
from function.publish.pages.conditions import ABOUT, EFFECTS, facts
from function.site import element as html
from function.site.element import element, inline, items, table
from function.site.entry import Entry
from function.site.page import Link, Page
from function.status.reason import Reason

FILE = "conditions.html"


def page() -> Page:
    """Return the page: the conditions, then each reason by name."""
    header, *effects = EFFECTS
    body = (
        element(
            "p",
            {"class": "lead"},
            "Each condition of a claim and of its composite has one of these reasons. If several causes apply at "
            "once, it shows the one with the lowest severity number.",
        ),
        element("h2", {"id": "conditions"}, "Conditions"),
        *(_condition(name) for name in TYPES),
        element("h2", {"id": "effects"}, "Effects and phases"),
        element(
            "p",
            {},
            "The effect of the reason that decides ",
            element("code", {}, "Operational"),
            " determines ",
            element("code", {}, "status.phase"),
            ".",
        ),
        table(
            (text.capitalize() if text == text.lower() else text for text in header),
            [[inline(cell) for cell in row] for row in effects],
        ),
        element("h2", {"id": "reasons"}, "Reasons"),
        *map(_reason, REASONS.values()),
    )
    parts = (
        *(Link(name, f"#{_anchor(name)}") for name in TYPES),
        Link("Effects and phases", "#effects"),
        *(Link(name, f"#{name}") for name in REASONS),
    )
    return Page(FILE, "Conditions and reasons", body, parts, "Conditions")


def entries() -> Iterator[Entry]:
    """Yield the conditions and reasons."""
    for name in TYPES:
        yield Entry("condition", "", name, FILE, _anchor(name), ABOUT[name])
    for name, reason in REASONS.items():
        yield Entry("reason", "", name, FILE, name, reason.meaning)


def _anchor(condition: str) -> str:
    """Return the anchor of a condition; a reason may have the same name."""
    return f"condition-{condition}"


def _condition(name: str) -> Element:
    own = sorted((reason for reason in REASONS.values() if name in reason.conditions), key=lambda one: one.severity)
    links = (element("li", {}, element("a", {"href": f"#{reason.name}"}, reason.name)) for reason in own)
    return element(
        "section",
        {"id": _anchor(name), "class": "entry"},
        element("h3", {}, element("a", {"href": f"#{_anchor(name)}"}, name)),
        element("p", {}, *inline(ABOUT[name])),
        element(
            "details",
            {},
            element("summary", {}, f"{len(own)} reasons, by severity"),
            element("ul", {"class": "many"}, *links),
        ),
    )


def _reason(reason: Reason) -> Element:
    found = {**facts(reason), "severity": str(reason.severity)}
    steps = [items("ol", {}, reason.steps)] if reason.steps else []
    return element(
        "section",
        {"id": reason.name, "class": f"entry {reason.effect}"},
        element("h3", {}, element("a", {"href": f"#{reason.name}"}, reason.name)),
        element("p", {}, *inline(reason.meaning)),
        html.facts([(name.capitalize(), inline(text)) for name, text in found.items()]),
        *steps,
    )
