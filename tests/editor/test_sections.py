"""The documents of a text by their lines."""

import pytest

from function.editor.sections import section, sections

LINES = ["a: 1", "---", "b: 2", "--- # c", "", "c: |", "  ---", "----", "..."]


@pytest.mark.parametrize(("line", "first"), [(1, 1), (2, 3), (3, 3), (4, 5), (6, 5), (8, 5), (9, 10), (99, 10)])
def test_a_line_belongs_to_a_document(line: int, first: int) -> None:
    assert section(LINES, line).first == first


def test_all_lines_are_in_some_document() -> None:
    assert [list(found.lines) for found in sections(LINES)] == [["a: 1"], ["b: 2"], LINES[4:8], []]
    assert [found.first for found in sections([])] == [1]
