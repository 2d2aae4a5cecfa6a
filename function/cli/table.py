"""Tables for terminals."""

from collections.abc import Sequence

from function.base.printable import printable

_GAP = "  "
_WIDEST = 100
"""Characters that a column is filled up to: one very long cell must not lengthen every line."""


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the rows below the header, in columns that are as wide as their longest cell, up to a limit."""
    cells = [[printable(cell) for cell in row] for row in (header, *rows)]
    widths = [min(_WIDEST, max(map(len, column))) for column in zip(*cells, strict=True)]
    lines = (_GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)
    return "".join(f"{line.rstrip()}\n" for line in lines)
