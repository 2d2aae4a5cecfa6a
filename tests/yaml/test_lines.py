import pytest

from function.yaml.lines import lines


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", [""]),
        (b"a\nb", ["a", "b"]),
        (b"a\r\nb\rc\n", ["a", "b", "c", ""]),
        ("\ufeffa\u2028b\x85c".encode(), ["a", "b", "c"]),
    ],
)
def test_lines_are_those_that_positions_count(content: bytes, expected: list[str]) -> None:
    assert lines(content) == expected


@pytest.mark.parametrize("content", [b"\xff", b"a\x00b", b"\xed\xa0\x80"])
def test_what_is_not_text_has_no_lines(content: bytes) -> None:
    assert lines(content) == []
