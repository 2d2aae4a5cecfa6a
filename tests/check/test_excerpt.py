"""The line of a finding shows where the place is, and no more values than the message does."""

from dataclasses import replace

import pytest
from hypothesis import given

from function.check.excerpt import excerpt
from function.yaml.node import Range
from tests.findings import finding
from tests.hostile import obeyed
from tests.hostile_findings import EXAMPLES, TEXTS


def shown(line: str, column: int, end: int, message: str, end_line: int = 1) -> tuple[str, str, str] | None:
    return excerpt([line], replace(finding("error"), range=Range(1, column, end_line, end), message=message))


@pytest.mark.parametrize(
    ("line", "column", "end", "message", "expected"),
    [
        ("  size: xlarge", 9, 15, "got 'xlarge'", ("  size: ", "xlarge", "")),
        ("  size: 'x' # why", 9, 12, "got 'x'", ("  size: ", "'x'", "")),
        ("  szie: small", 3, 7, "spec.szie: unknown field", ("  ", "szie", ": …")),
        ("  nats:", 3, 7, "spec.nats.stream: required field missing", ("  ", "nats", ":")),
        ("    - name: A", 7, 11, "required", ("    - ", "name", ": …")),
        ("a: [", 4, 5, "not YAML", ("a: ", "[", "")),
        ("", 1, 2, "not YAML", ("", "", "")),
        ("\tsize: x", 1, 2, "a tab", ("", " ", " …")),
    ],
)
def test_the_place_is_in_the_middle(
    line: str, column: int, end: int, message: str, expected: tuple[str, str, str]
) -> None:
    assert shown(line, column, end, message) == expected


@pytest.mark.parametrize(
    ("line", "column", "end"),
    [
        ("value: hunter2", 8, 15),
        ("value: hunter2 # hunter2", 8, 15),
        ("valeu: hunter2", 1, 6),
        ("{value: hunter2, size: 7}", 24, 25),
        ("{password: hunter2, size: 7}", 21, 25),
        ("a: hunter2: x", 11, 12),
        ("hunter2 and more", 9, 12),
        ("value: hunter2 and", 16, 19),
        ('"a": "hunter2", "b": 1', 17, 20),
    ],
)
def test_a_value_that_the_message_does_not_repeat_is_hidden(line: str, column: int, end: int) -> None:
    found = shown(line, column, end, "spec.x: unknown field")
    assert found is not None
    assert "hunter2" not in "".join(found)


def test_of_a_value_on_several_lines_the_first_is_shown() -> None:
    assert shown("a: |", 4, 9, "got |", end_line=3) == ("a: ", "|", "")


def test_a_place_below_the_last_line_has_no_line() -> None:
    assert excerpt([], finding("error", 1)) is None
    assert excerpt(["a"], finding("error", 2)) is None


def test_long_texts_are_shortened() -> None:
    found = shown(f"{' ' * 500}{'k' * 500}: v", 501, 1001, "k" * 500)
    assert found is not None
    assert [len(part) for part in found] == [80, 80, 3]


@EXAMPLES
@given(TEXTS, TEXTS)
def test_nothing_in_a_line_is_obeyed(line: str, message: str) -> None:
    parts = shown(line, 2, 4, message)
    assert parts is not None
    assert [obeyed(f"1 | {part}") for part in parts] == ["", "", ""]
