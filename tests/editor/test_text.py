"""A text, and what is read from it."""

from function.editor.positions import Point
from function.editor.text import CHARACTERS_MAX, Text


def test_each_part_is_read_once() -> None:
    text = Text("a", "\ufeffa: 1\r\nb: é\n", "utf-16")
    assert text.lines == ["a: 1", "b: é", ""]
    assert text.documents is text.documents
    assert text.positions.point(2, 4) == Point(1, 3)
    assert not text.is_too_long


def test_half_of_a_pair_is_no_error() -> None:
    assert Text("a", "a: \ud800", "utf-16").content == b"a: ?"


def test_a_long_text_is_not_read() -> None:
    assert Text("a", "a" * (CHARACTERS_MAX + 1), "utf-16").is_too_long


def test_what_cannot_be_read_has_no_documents() -> None:
    assert Text("a", "[", "utf-16").documents == []
