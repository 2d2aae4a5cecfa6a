"""Elements: whatever is in a text or an attribute is only text."""

from xml.etree.ElementTree import tostring

import pytest

from function.site.element import Child, code_block, document, element, facts, inline, items, table
from tests.sites import Parsed


def shown(*children: Child) -> str:
    return document(element("main", {}, *children)).decode().removeprefix("<!doctype html>\n").rstrip("\n")


@pytest.mark.parametrize(
    "text", ["<script>x</script>", "a & b", "&lt;", "<!-- a", "]]>", '"quoted"', "it's", "</main><p>", "\u2028"]
)
def test_texts_and_attributes_are_escaped(text: str) -> None:
    read = Parsed(document(element("main", {"title": text}, text, element("p", {}, text), text)))
    assert [tag for tag, _ in read.elements] == ["main", "p"]
    assert (read.text.replace("\n", ""), read.values("title"), read.wrong) == (text * 3, [text], [])


def test_children_keep_their_order() -> None:
    assert shown("a", element("b", {}, "b"), "c", "d", element("i", {})) == "<main>a<b>b</b>cd<i></i></main>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "plain"),
        ("set `a.b` to `c`", "set <code>a.b</code> to <code>c</code>"),
        ("`all`", "<code>all</code>"),
        ("one ` only", "one ` only"),
        ("`<b>`", "<code>&lt;b&gt;</code>"),
        ("", ""),
    ],
)
def test_what_is_between_backticks_is_code(text: str, html: str) -> None:
    assert shown(*inline(text)) == f"<main>{html}</main>"


def test_lists_and_facts() -> None:
    made = tostring(items("ol", {}, ("a", "`b`")), encoding="unicode")
    assert made == "<ol><li>a</li><li><code>b</code></li></ol>"
    made = tostring(facts([("Default", ["1"])]), encoding="unicode")
    assert made == '<dl class="facts"><div><dt>Default</dt><dd>1</dd></div></dl>'


def test_a_table_has_headings_of_columns_and_rows() -> None:
    read = Parsed(document(table(("A", "B"), [(["1"], ["2"]), (["3"], [])])))
    assert read.values("scope") == ["col", "col", "row", "row"]
    assert read.wrong == []


def test_what_scrolls_can_be_reached_with_the_keyboard_and_has_a_name() -> None:
    for made in (code_block("a", "Example"), table(("A",), [])):
        assert made.get("tabindex") == "0"
        assert made.get("aria-label")


def test_a_script_needs_its_end_and_a_link_has_none() -> None:
    made = shown(element("script", {"src": "a.js"}), element("link", {"href": "a.css"}))
    assert made == '<main><script src="a.js"></script><link href="a.css"></main>'
