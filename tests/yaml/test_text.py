"""From bytes to text: each refusal says where, in lines and code points."""

import pytest

from function.yaml.node import Range, SyntaxProblem
from function.yaml.text import text


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"\xff", 1, 1),
        (b"\xef\xbb\xbfab\xff", 1, 3),
        ("ä€😀".encode() + b"\xc3", 1, 4),
        (b"a\nb\r\nc\rd\xff", 4, 2),
        ("a\u2028b\u2029c\x85".encode() + b"\xe2\x82", 4, 1),
        (b"\xed\xa0\x80", 1, 1),
        (b"\xf4\x90\x80\x80", 1, 1),
        (b"\xc0\xaf", 1, 1),
    ],
)
def test_bytes_that_are_no_utf_8(content: bytes, line: int, column: int) -> None:
    assert text(content) == SyntaxProblem(
        "EP002", "not UTF-8 text. Hint: save the file as UTF-8", Range(line, column, line, column + 1)
    )


@pytest.mark.parametrize(
    ("content", "shown", "line", "column"),
    [
        ("\x00", "U+0000", 1, 1),
        ("a: \x1b[1m", "U+001B", 1, 4),
        ("\ufeffa\x7f", "U+007F", 1, 2),
        ("a\nä\x80", "U+0080", 2, 2),
        ("a\x0b", "U+000B", 1, 2),
        ("a\ufffe", "U+FFFE", 1, 2),
        ("a\uffff", "U+FFFF", 1, 2),
    ],
)
def test_characters_that_yaml_forbids(content: str, shown: str, line: int, column: int) -> None:
    message = f"control character {shown}, which YAML does not allow. Hint: remove it or use an escape sequence"
    assert text(content.encode()) == SyntaxProblem("EP002", message, Range(line, column, line, column + 1))


@pytest.mark.parametrize(
    "same", ["", "a:\tb\r\n", "\x85\xa0", "\ud7ff\ue000\ufffd", "\U00010000\U0010ffff", "{a: '\u2028'}"]
)
def test_all_that_yaml_allows_comes_through(same: str) -> None:
    assert text(same.encode()) == same


def test_only_the_first_byte_order_mark_is_none_of_the_text() -> None:
    assert text("\ufeff\ufeffa".encode()) == "\ufeffa"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r'["\ud83d\ude00"]', '["😀"]'),
        (' \n{"a": "\\uD83D\\uDE00\\uD83D\\uDE01"}', ' \n{"a": "😀😁"}'),
        (r'["\\\ud83d\ude00"]', '["\\\\😀"]'),
        (r'["\\ud83d\ude00"]', r'["\\ud83d\ude00"]'),
        (r'["\ud83d"]', r'["\ud83d"]'),
        (r'["\ude00\ud83d"]', r'["\ude00\ud83d"]'),
        (r'a: "\ud83d\ude00"', r'a: "\ud83d\ude00"'),
    ],
)
def test_pairs_of_surrogates_are_joined_in_json_alone(written: str, read: str) -> None:
    assert text(written.encode()) == read


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_more_tag_directives_than_libyaml_can_compare_are_refused(line_end: str) -> None:
    refused = text(f"%TAG !a! b{line_end}".encode() * 101)
    message = "more than 100 %TAG directives. Hint: write the tags out"
    assert refused == SyntaxProblem("EP005", message, Range(101, 1, 101, 2))


@pytest.mark.parametrize("same", ["%TAG !a! b\n" * 100, "a: |\n" + "  %TAG\n" * 200, "# %TAG\n" * 200, "%TAG" * 200])
def test_as_many_as_anybody_needs_are_not(same: str) -> None:
    assert text(same.encode()) == same
