"""One line of YAML, whole or not."""

import pytest

from function.editor.row import Row, row, unquoted


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("size: small", Row((), 1, "size", 5, "small", 7)),
        ("  size:", Row((), 3, "size", 7, "", 8)),
        ("  - name: a # why", Row((3,), 5, "name", 9, "a", 11)),
        ("- - a", Row((1, 3), 5, None, 5, "a", 5)),
        ("-", Row((1,), 2, None, 2, "", 2)),
        ("'a: b': c", Row((), 1, "a: b", 7, "c", 9)),
        ('"a" : b', Row((), 1, "a", 5, "b", 7)),
        ("url: http://x:80/#a", Row((), 1, "url", 4, "http://x:80/#a", 6)),
        ("a: 'x # y' # z", Row((), 1, "a", 2, "'x # y'", 4)),
        ("siz", Row((), 1, None, 1, "siz", 1)),
    ],
)
def test_a_line_has_a_key_and_a_value(line: str, found: Row) -> None:
    assert row(line) == found


@pytest.mark.parametrize("line", ["", "   ", "# a: b", "  # a: b", "\ta: b"])
def test_nothing_is_in(line: str) -> None:
    assert row(line) is None


@pytest.mark.parametrize("line", ["{a: b}", "[a, b: c]", "# a: b", "*a : b", "http://x", "a # b: c", "'a: b", '"a'])
def test_no_key_is_in(line: str) -> None:
    found = row(f"- {line}")
    assert found is not None
    assert found.key is None


@pytest.mark.parametrize(("value", "opens"), [("", True), ("&a", True), ("!!map", True), ("x", False), ("|", False)])
def test_the_value_is_below(value: str, opens: bool) -> None:
    found = row(f"a: {value}")
    assert found is not None
    assert found.opens is opens


@pytest.mark.parametrize(("text", "value"), [("'a'", "a"), ('"a"', "a"), ("a", "a"), ("'", "'"), ("'a\"", "'a\"")])
def test_quotes_are_left_out(text: str, value: str) -> None:
    assert unquoted(text) == value
