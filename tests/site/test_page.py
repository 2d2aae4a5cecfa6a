"""What all pages have in common."""

from typing import Any

import pytest

from function.site.element import element
from function.site.page import POLICY, Link, Page, html
from tests.sites import Parsed

LINKS = (Link("A", "a.html"), Link("B", "b.html"))


def page(**given: Any) -> Parsed:
    one = Page("b.html", "The B", (element("p", {}, "text"),))._replace(**given)
    return Parsed(html(one, LINKS, "apis.example.org"))


def test_it_has_landmarks_a_language_a_title_and_one_main_heading() -> None:
    tags = [tag for tag, _ in page().elements]
    assert [tags.count(tag) for tag in ("header", "nav", "main", "footer", "h1")] == [1] * 5
    assert page().elements[0] == ("html", {"lang": "en"})
    assert "The B · apis.example.org" in page().texts


def test_the_first_link_skips_to_the_content() -> None:
    found = page()
    assert next(attributes for tag, attributes in found.elements if tag == "a") == {"class": "skip", "href": "#content"}
    assert "content" in found.values("id")


def test_the_current_page_is_marked() -> None:
    marked = [attributes["href"] for _, attributes in page().elements if "aria-current" in attributes]
    assert marked == ["b.html"]


@pytest.mark.parametrize("unsafe", ["unsafe-inline", "unsafe-eval", "*", "data:", "https:", "http:", "blob:"])
def test_a_page_may_load_only_files_of_the_site(unsafe: str) -> None:
    policies = [attributes["content"] for _, attributes in page().elements if "http-equiv" in attributes]
    assert policies == [POLICY]
    assert POLICY.startswith("default-src 'none';")
    assert unsafe not in POLICY


def test_nothing_in_a_page_needs_what_the_policy_forbids() -> None:
    found = page(parts=LINKS)
    assert [
        name for _, attributes in found.elements for name in attributes if name == "style" or name[:2] == "on"
    ] == []
    assert [attributes for tag, attributes in found.elements if tag == "script" and "src" not in attributes] == []


def test_what_needs_a_script_is_hidden_until_it_runs() -> None:
    hidden = [attributes for _, attributes in page().elements if "hidden" in attributes]
    assert {"search", "theme", "results"} <= {value for attributes in hidden for value in attributes.values()}


def test_parts_are_a_second_navigation() -> None:
    named = [attributes["aria-label"] for tag, attributes in page(parts=LINKS).elements if tag == "nav"]
    assert named == ["Pages", "On this page"]


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x>', "&amp;"])
def test_titles_and_links_are_escaped(text: str) -> None:
    found = page(title=text, parts=(Link(text, f"#{text}"),))
    assert {"img", "alert"} & {tag for tag, _ in found.elements} == set()
    assert (found.texts.count(text), found.wrong) == (2, [])
