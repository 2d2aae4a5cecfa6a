"""Positions of the reader and of an editor in one text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from function.editor.positions import Encoding, Point, Positions, Span
from function.yaml.node import Range


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 6), ("utf-16", 4), ("utf-32", 3)])
def test_an_editor_says_what_it_counts(encoding: Encoding, character: int) -> None:
    positions = Positions("a\né😀b\n", encoding)
    assert positions.point(2, 3) == Point(1, character - 1 if encoding != "utf-8" else 6)
    assert positions.place(positions.point(2, 3)) == (2, 3)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_in_any_system(end: str) -> None:
    positions = Positions(f"a: 1{end}b: 2{end}", "utf-16")
    assert positions.point(2, 4) == Point(1, 3)
    assert positions.place(Point(1, 3)) == (2, 4)
    assert positions.place(Point(0, 99)) == (1, 5)


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_only_yaml_ends_a_line_with_these(end: str) -> None:
    positions = Positions(f"a: 1{end}b: 2\nc: 3\n", "utf-16")
    assert positions.point(2, 1) == Point(0, 5)
    assert positions.place(Point(0, 5)) == (2, 1)
    assert positions.place(Point(1, 0)) == (3, 1)


def test_a_byte_order_mark_is_no_column() -> None:
    positions = Positions("\ufeffa: 1\n", "utf-16")
    assert positions.point(1, 1) == Point(0, 1)
    assert positions.place(Point(0, 0)) == (1, 1)


@pytest.mark.parametrize("point", [Point(9, 0), Point(0, 99), Point(9, 9)])
def test_a_position_outside_is_the_nearest_inside(point: Point) -> None:
    line, column = Positions("ab\ncd", "utf-16").place(point)
    assert (line, column) in [(1, 3), (2, 3)]


def test_the_smallest_part_that_differs_is_changed() -> None:
    assert Positions("siez: a\n", "utf-16").changed("size: a\n") == (Span(Point(0, 2), Point(0, 4)), "ze")
    assert Positions("aa", "utf-16").changed("aaa") == (Span(Point(0, 2), Point(0, 2)), "a")
    assert Positions("same", "utf-16").changed("same")[1] == ""


@given(st.text("a\n\r\x85\u2028é😀: ", max_size=20), st.integers(1, 9), st.integers(1, 9))
def test_any_position_has_a_point(text: str, line: int, column: int) -> None:
    positions = Positions(text, "utf-16")
    point = positions.point(line, column)
    assert positions.span(Range(line, column, line, column)) == Span(point, point)
    assert min(positions.place(point)) >= 1
