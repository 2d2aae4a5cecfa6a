"""Whatever a text contains, it stays text: no markup, no HTML, no other line, no other cell."""

import pytest

from function.base.markdown import (
    ABSENT,
    EMPTY,
    Markdown,
    bullets,
    code,
    escaped,
    fenced,
    items,
    joined,
    records,
    table,
)
from tests.hostile import COMMANDS, HOSTILE, obeyed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("orders.v1", "`orders.v1`"),
        ("a`b", "`` a`b ``"),
        ("``", "``` `` ```"),
        ("a|b", "a&#124;b"),
        ("a|`b`", "a&#124;&#96;b&#96;"),
        ("<b>", "`<b>`"),
        ("a\nb", r"`a\nb`"),
        ("", "(empty)"),
        ("   ", "(empty)"),
    ],
)
def test_a_text_as_code(text: str, expected: str) -> None:
    assert code(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("<script>alert(1)</script>", "[a](http://evil)", "![a](b)", "**bold**", "__bold__", "`code`", "a|b", "~~a~~"),
        *("&lt;", "www.evil.example", "http://evil.example", "a@b.example", "$x$", "<!-- a -->", "\\*a\\*"),
    ],
)
def test_escaped_text_has_no_markup(text: str) -> None:
    found = escaped(text)
    assert not set("\\`*_[]<>|~@$") & set(found)
    assert "http://" not in found
    assert "www." not in found


@pytest.mark.parametrize(
    "text", ["3 replicas", "it is configuration of the jobs; no object is needed", "PlatformConfig.spec.x"]
)
def test_plain_text_stays_readable(text: str) -> None:
    assert escaped(text) == text


@pytest.mark.parametrize("text", [*COMMANDS, *(f"a{character}b" for character in HOSTILE)])
def test_nothing_is_obeyed_and_no_line_is_added(text: str) -> None:
    for found in (code(text), escaped(text), fenced([text], "text").splitlines()[1]):
        assert obeyed(found) == ""
        assert "\n" not in found


@pytest.mark.parametrize("text", ["```", "````", "~~~", "a```b", "``` bash"])
def test_nothing_breaks_out_of_a_block(text: str) -> None:
    first, content, last = fenced([text], "bash").split("\n")
    assert content == text
    assert first == f"{last}bash"
    assert last not in content


@pytest.mark.parametrize("text", ["a | b", "|", "||", "\\|", "a\\", "`|`"])
def test_a_cell_stays_a_cell(text: str) -> None:
    row = table(["A", "B"], [[code(text), escaped(text)]]).splitlines()[2]
    assert row.count("|") == 3


def test_records_have_a_column_for_each_name() -> None:
    found = records([{"A": Markdown("1")}, {"B": Markdown("2")}])
    assert found.splitlines() == ["| A | B |", "| --- | --- |", f"| 1 | {ABSENT} |", f"| {ABSENT} | 2 |"]


def test_lists() -> None:
    assert bullets({"Host": code("a"), "Port": Markdown("1")}) == "- **Host**: `a`\n- **Port**: 1"
    assert items([Markdown("a"), EMPTY]) == "- a\n- (empty)"
    assert joined(map(code, "ab")) == "`a`, `b`"
