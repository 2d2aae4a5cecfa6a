"""Draws what `platformctl validate -o full` prints about a broken claim: the picture in the README."""

import io
import re
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from function.cli import main as platformctl

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "docs" / "images" / "validate.svg"
CLAIM = "claim.yaml"
TITLE = "What platformctl validate prints about a broken claim"
_PROMPT = f"$ platformctl validate {CLAIM}\n"
_SEQUENCE = re.compile(r"\x1b\[([0-9;]*)m")
_COLORS = {31: "#ff7b72", 33: "#e3b341"}
_TEXT, _BACKGROUND, _BORDER = "#e6edf3", "#161b22", "#6e7681"
"""A dark terminal with a border, which is readable on a light and on a dark page."""
_CELL, _LINE, _MARGIN, _SIZE = 8.4, 20, 20, 14
"""Width and height of a character, the margin, and the font size, in pixels."""


class Run(NamedTuple):
    """Characters of one style, which begin in a column of a line."""

    line: int
    column: int
    text: str
    color: str
    weight: str


def runs(printed: str) -> Iterator[Run]:
    """Yield the parts of a text with ANSI colors, without the spaces around them; other sequences are ignored."""
    color, weight = _TEXT, "normal"
    for number, line in enumerate(printed.split("\n")):
        column = 0
        for position, part in enumerate(_SEQUENCE.split(line)):
            if position % 2:
                for code in map(int, part.split(";") if part else ["0"]):
                    color = _TEXT if code == 0 else _COLORS.get(code, color)
                    weight = {0: "normal", 1: "bold"}.get(code, weight)
                continue
            text = part.strip(" ")
            if text:
                yield Run(number, column + part.index(text), text, color, weight)
            column += len(part)


def svg(printed: str, title: str) -> str:
    """Return the picture of a text with ANSI colors; its description is the text."""
    plain = _SEQUENCE.sub("", printed).rstrip("\n")
    lines = plain.split("\n")
    width = round(max(map(len, lines)) * _CELL + 2 * _MARGIN)
    height = len(lines) * _LINE + 2 * _MARGIN
    size = f'width="{width}" height="{height}"'
    font = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}" role="img"',
            ' aria-labelledby="title description">',
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="description">{escape(plain)}</desc>',
            f'<rect {size} rx="8" fill="{_BACKGROUND}" stroke="{_BORDER}"/>',
            f'<g font-family="{font}" font-size="{_SIZE}">',
            *map(_drawn, runs(printed)),
            "</g>",
            "</svg>",
            "",
        ]
    )


def _drawn(run: Run) -> str:
    """Return the element of a run: its length is that of its cells, so that marks stand below what they mark."""
    x, y = _MARGIN + run.column * _CELL, _MARGIN + run.line * _LINE + _SIZE
    length = len(run.text) * _CELL
    return (
        f'<text x="{x:g}" y="{y}" textLength="{length:g}" lengthAdjust="spacingAndGlyphs" fill="{run.color}"'
        f' font-weight="{run.weight}" xml:space="preserve">{escape(run.text)}</text>'
    )


def printed() -> str:
    """Return what a user sees on a terminal: the command, the findings with colors, and the summary."""
    out, summary = io.StringIO(), io.StringIO()
    with chdir(FILE.parent), redirect_stdout(out), redirect_stderr(summary):
        platformctl(["validate", "-o", "full", "--color", "always", CLAIM])
    return _PROMPT + out.getvalue() + summary.getvalue()


def main() -> None:
    """Write the picture."""
    FILE.write_text(svg(printed(), TITLE), encoding="utf-8")


if __name__ == "__main__":
    main()
