"""Reading is total: each case is a file that has hurt some reader."""

import json
import random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from function.yaml.node import Range, SyntaxProblem, value_of
from function.yaml.reader import Reading, read


def values(text: str) -> list[Any]:
    reading = read(text.encode())
    assert reading.problem is None
    assert all(document.problems == () for document in reading.documents)
    return [value_of(document.root) for document in reading.documents]


def the_problem(content: bytes) -> SyntaxProblem:
    reading = read(content)
    assert reading.problem is not None
    return reading.problem


def document_problem(text: str) -> SyntaxProblem:
    reading = read(text.encode())
    assert reading.problem is None
    (problem,) = reading.documents[0].problems
    return problem


def bomb() -> str:
    lines = [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    return "\n".join(["a0: &a0 [x, x]", *lines])


def chain() -> str:
    links = [f"a{i}: &a{i} {'[' * 9}*a{i - 1}{']' * 9}" for i in range(1, 90)]
    return "\n".join([f"a0: &a0 {'[' * 90}{']' * 90}", *links])


UNREADABLE: list[tuple[str, bytes, str, str, int, int]] = [
    ("brackets", b"[" * 30_000, "EP005", "nested deeper than 100 levels", 1, 101),
    ("many brackets", b"[" * 200_000, "EP005", "nested deeper than 100 levels", 1, 101),
    ("braces", b'{"a":' * 30_000, "EP005", "nested deeper than 100 levels", 1, 501),
    ("dashes", b"- " * 5_000, "EP005", "nested deeper than 100 levels", 1, 201),
    ("alias bomb", bomb().encode(), "EP005", "aliases expand to more than 20000 values", 5, 45),
    ("alias chain", chain().encode(), "EP005", "nested deeper than 100 levels", 3, 18),
    ("own alias", b"a: &x [*x]", "EP001", "alias '*x' is inside its own anchor", 1, 8),
    ("no such alias", b"a: *x", "EP001", "alias '*x' has no anchor above it", 1, 4),
    ("alias of another document", b"a: &x 1\n---\nb: *x", "EP001", "alias '*x' has no anchor above it", 3, 4),
    ("invalid UTF-8", b"a: 1\nb: \xc3\xa4\xc3(", "EP002", "not UTF-8", 2, 5),
    ("UTF-16", "a: 1".encode("utf-16"), "EP002", "not UTF-8", 1, 1),
    ("control character", b"a: 1\r\nb: \x07", "EP002", "control character U+0007", 2, 4),
    ("null byte", b"\x00", "EP002", "control character U+0000", 1, 1),
    ("tab as indentation", b"a:\n\tb: 1", "EP001", "a tab where spaces are expected. Hint: indent with spaces", 2, 1),
    (
        "lone closing bracket",
        b"]",
        "EP001",
        "not YAML: a value is missing, or a bracket is closed that was not opened",
        1,
        1,
    ),
    (
        "unclosed list",
        b"a: [1",
        "EP001",
        "the bracket that starts on line 1 is not closed, or a comma is missing",
        2,
        1,
    ),
    ("unclosed quote", b'a: "x', "EP001", "the quote that starts on line 1 is not closed", 1, 6),
    ("two values", b"a: b: c", "EP001", "a key is not allowed here", 1, 5),
    ("less indentation", b"  a: 1\nb: 2", "EP001", "does not continue the one above. Hint: indent both alike", 2, 1),
    ("unknown tag handle", b"a: !x!y 1", "EP001", "a value that begins with ! is a tag", 1, 4),
    ("unknown directive", b"%FOO\n---\na", "EP001", "a line that begins with % a directive", 1, 5),
]


@pytest.mark.parametrize(
    ("content", "code", "message", "line", "column"), [case[1:] for case in UNREADABLE], ids=[c[0] for c in UNREADABLE]
)
def test_unreadable_content_is_a_problem_at_its_place(
    content: bytes, code: str, message: str, line: int, column: int
) -> None:
    problem = the_problem(content)
    assert (problem.code, problem.range.line, problem.range.column) == (code, line, column)
    assert message in problem.message


@pytest.mark.parametrize(
    ("text", "code", "message", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3", "EP003", "duplicate key 'a'; it is also on line 1, and the last one wins", 3, 1),
        ('y: 1\n"true": 2', "EP003", "duplicate key 'true'; it is also on line 1", 2, 1),
        ('{"a": 1, "a": 2}', "EP003", "duplicate key 'a'; it is also on line 1", 1, 10),
        ("a: .inf", "EP004", "not a number that Kubernetes accepts; got .inf", 1, 4),
        ("a: !!int x", "EP004", "not a value of type !!int. Hint: remove the tag", 1, 4),
        ("~: 1", "EP004", "a key must be a string", 1, 1),
        ("? [1]\n: 2", "EP004", "a key must be a string", 1, 3),
        ("a: {{ .Values.b }}", "EP004", "'{{' of a template", 1, 5),
        ("<<: 5", "EP004", "the merge key '<<' accepts only objects", 1, 5),
        ("<<: [{a: 1}, 5]", "EP004", "the merge key '<<' accepts only objects", 1, 14),
    ],
)
def test_a_problem_of_one_document_does_not_hide_the_others(
    text: str, code: str, message: str, line: int, column: int
) -> None:
    problem = document_problem(text)
    assert (problem.code, problem.range.line, problem.range.column) == (code, line, column)
    assert message in problem.message
    assert len(read(f"{text}\n---\nb: 1".encode()).documents) == 2


def test_what_stands_before_the_problem_is_kept() -> None:
    reading = read(b"a: 1\n---\nb: [")
    assert [value_of(document.root) for document in reading.documents] == [{"a": 1}]
    assert reading.problem is not None


def test_no_tag_builds_a_python_object() -> None:
    (document,) = read(b"a: !!python/object/apply:os.getcwd []\nb: !!python/name:os.system ''\n").documents
    assert value_of(document.root) == {"a": [], "b": ""}


@given(st.binary(max_size=200) | st.text("[]{}:-#&*!|>'\"%@`,? \n\t<a1~", max_size=80).map(str.encode))
def test_no_bytes_make_the_reader_fail(content: bytes) -> None:
    assert isinstance(read(content), Reading)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n---\n", "---\n...\n", "~", "\ufeff"])
def test_a_file_that_says_nothing_holds_no_document(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-", [None]),
        ("\ufeffa: 1", {"a": 1}),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("%YAML 1.2\n---\na: 1", {"a": 1}),
        ("<<: {a: 2, b: 3}\na: 1", {"a": 1, "b": 3}),
        ("a: 1\n<<: {a: 2}", {"a": 2}),
        ("<<: [{a: 1}, {a: 2, b: 3}]", {"a": 1, "b": 3}),
        ('"<<": {a: 1}', {"<<": {"a": 1}}),
        ("{y: 1, 1: 2, 1.5: 3}", {"true": 1, "1": 2, "1.5": 3}),
        ("a: &x {b: 1}\nc: *x", {"a": {"b": 1}, "c": {"b": 1}}),
        ("a: !!set {b, c}", {"a": {"b": None, "c": None}}),
        ('{\n\t"a": "x\\/y"}', {"a": "x/y"}),
        ('{"a": "\\ud83d\\ude00 \\\\ud83d\\\\ude00"}', {"a": "😀 \\ud83d\\ude00"}),
        ("a: |\n  b\n  c\n", {"a": "b\nc\n"}),
    ],
)
def test_documents_mean_what_kubectl_makes_of_them(text: str, value: object) -> None:
    assert values(text) == [value]


def test_documents_are_counted_with_the_empty_ones() -> None:
    assert [document.number for document in read(b"---\n---\na: 1\n---\n---\nb: 1").documents] == [2, 4]


@given(st.recursive(st.none() | st.booleans() | st.integers(-9, 9) | st.text("ab"), lambda v: st.lists(v, max_size=3)))
@settings(max_examples=50)
def test_json_is_yaml(value: object) -> None:
    assert values(json.dumps({"a": value})) == [{"a": value}]


def test_places_of_keys_and_values() -> None:
    text = "ä: {b: 'x'}\nlist:\n  - 1\n  - k: |\n      x\n      yz\n\n\nlast:"
    root = read(text.encode()).documents[0].root
    assert isinstance(root.content, dict)
    assert root.range == Range(1, 1, 9, 6)
    assert root.content["ä"].key == Range(1, 1, 1, 2)
    assert root.content["ä"].node.range == Range(1, 4, 1, 12)
    assert root.content["list"].node.range == Range(3, 3, 6, 9)
    items = root.content["list"].node.content
    assert isinstance(items, list)
    assert items[0].range == Range(3, 5, 3, 6)
    assert isinstance(items[1].content, dict)
    assert items[1].content["k"].node.range == Range(4, 8, 6, 9)


def test_scalars_agree_with_pyyaml_where_yaml_1_1_and_the_api_server_do() -> None:
    chooser = random.Random(7)  # noqa: S311 - test data
    words = ["true", "off", "010", "0x1F", "1_000", "+1", "~", "'5'", '"on"', "a b", "1.5", "null"]
    for _ in range(20):
        text = "\n".join(f"k{i}: {chooser.choice(words)}" for i in range(9))
        assert values(text) == [yaml.safe_load(text)]
