"""The picture in the README shows what the command prints, in colors and as text."""

import re
from xml.etree import ElementTree as ET

import pytest

from tools.picture import FILE, ROOT, TITLE, Run, printed, runs, svg

NAMESPACE = "{http://www.w3.org/2000/svg}"


def test_the_picture_is_up_to_date() -> None:
    assert FILE.read_text(encoding="utf-8") == svg(printed(), TITLE), "run `make picture`, and look at the picture"


def test_the_readme_shows_it_with_a_text_in_its_place() -> None:
    assert re.search(r"!\[[^\]]{20,}\]\(docs/images/validate\.svg\)", (ROOT / "README.md").read_text(encoding="utf-8"))


def test_it_shows_an_error_and_a_warning_in_their_colors() -> None:
    found = [(run.text, run.color) for run in runs(printed())]
    colors = {word: {color for text, color in found if text == word} for word in ("error", "warning")}
    assert colors["error"] != colors["warning"]
    assert all(len(several) == 1 for several in colors.values())


def test_screen_readers_get_a_title_and_the_whole_text() -> None:
    picture = ET.fromstring(FILE.read_text(encoding="utf-8"))  # noqa: S314 - our own file
    names = picture.attrib["aria-labelledby"].split()
    assert [picture.find(f"*[@id='{name}']") is not None for name in names] == [True, True]
    assert picture.attrib["role"] == "img"
    description = picture.findtext(f"{NAMESPACE}desc") or ""
    assert "EP104 spec.size: must be one of [small, medium, large], got 'xlarge'" in description
    assert "\x1b" not in description


def test_everything_is_inside_the_picture() -> None:
    picture = ET.fromstring(FILE.read_text(encoding="utf-8"))  # noqa: S314 - our own file
    width, height = float(picture.attrib["width"]), float(picture.attrib["height"])
    for text in picture.iter(f"{NAMESPACE}text"):
        assert float(text.attrib["x"]) + float(text.attrib["textLength"]) <= width
        assert float(text.attrib["y"]) <= height


def test_it_loads_nothing_from_elsewhere() -> None:
    text = FILE.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert [word for word in ("http", "<script", "<image", "url(", "@import", "href") if word in text] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("   ", []),
        ("ab", [Run(0, 0, "ab", "#e6edf3", "normal")]),
        ("a\n  b", [Run(0, 0, "a", "#e6edf3", "normal"), Run(1, 2, "b", "#e6edf3", "normal")]),
        ("\x1b[31m\x1b[1merror\x1b[0m x", [Run(0, 0, "error", "#ff7b72", "bold"), Run(0, 6, "x", "#e6edf3", "normal")]),
        ("\x1b[33;1mw\x1b[m y", [Run(0, 0, "w", "#e3b341", "bold"), Run(0, 2, "y", "#e6edf3", "normal")]),
        ("\x1b[4ma", [Run(0, 0, "a", "#e6edf3", "normal")]),
    ],
)
def test_a_text_is_taken_apart_by_its_colors(text: str, expected: list[Run]) -> None:
    assert list(runs(text)) == expected


def test_markup_in_the_text_is_escaped() -> None:
    assert "&lt;stdin&gt; &amp;" in svg("<stdin> &", "a < b")
    assert ET.fromstring(svg("<stdin> &", "a < b")).findtext(f"{NAMESPACE}title") == "a < b"  # noqa: S314 - our own text
