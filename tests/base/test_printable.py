import pytest

from function.base.printable import printable
from tests.hostile import HOSTILE


@pytest.mark.parametrize("character", HOSTILE, ids=ascii)
def test_what_a_terminal_obeys_is_escaped(character: str) -> None:
    shown = printable(f"a{character}b")
    assert shown.isprintable()
    assert shown == f"a{repr(character)[1:-1]}b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("::error file=x::y", r"\x3a:error file=x::y"),
        ("  ::error::y", r"  \x3a:error::y"),
        ("\n::error::y", r"\n::error::y"),
        ("a\r\n::error::y", r"a\r\n::error::y"),
        ("##[error]y", r"\x23#[error]y"),
        ("a: ##vso[task.complete]y", r"a: \x23#vso[task.complete]y"),
        ("###[group]", r"#\x23#[group]"),
        ("a##[b]##[c]", r"a\x23#[b]\x23#[c]"),
        ("\x1b]8;;https://example.org\x1b\\", r"\x1b]8;;https://example.org\x1b" + "\\"),
    ],
)
def test_what_a_ci_system_obeys_is_escaped(text: str, expected: str) -> None:
    assert printable(text) == expected


@pytest.mark.parametrize(
    "text", ["", "größe", "数", "😀", "a::b", ": :", "##a", "## [a]", "#[a]", r"\n", "a 'b' \"c\"…"]
)
def test_what_people_write_stays(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize("text", ["a\n::b", "::a", ":::a", "##[a]", "####[a]", "\u202ea", "\ud800"])
def test_a_text_that_is_fit_to_print_stays(text: str) -> None:
    assert printable(printable(text)) == printable(text)
