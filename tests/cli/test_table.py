"""Columns stand below each other, and nothing that a cell holds gets out of it."""

import pytest

from function.cli.table import table


def test_columns_are_as_wide_as_their_longest_cell() -> None:
    assert table(["A", "LONG"], [["abc", "x"], ["", ""]]) == "A    LONG\nabc  x\n\n"


def test_a_table_without_rows_is_its_header() -> None:
    assert table(["A", "B"], []) == "A  B\n"


@pytest.mark.parametrize("cell", ["a\nb", "a\rb", "\x1b[31m", "a\u202eb", "##[error]x"])
def test_a_cell_stays_in_its_line_and_orders_nothing(cell: str) -> None:
    for shown in (table(["A"], [[cell]]), table([cell], [["A"]])):
        assert cell not in shown
        assert shown.count("\n") == 2


def test_a_row_of_another_length_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zip"):
        table(["A", "B"], [["a"]])


def test_a_long_cell_stays_whole_and_lengthens_no_other_line() -> None:
    lines = table(["A", "B"], [["a" * 5000, "b"], *[["a", "b"]] * 3]).splitlines()
    assert [len(line) for line in lines] == [103, 5003, 103, 103, 103]
