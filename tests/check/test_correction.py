"""A correction changes the values as it changes the text, or nothing at all."""

import pytest

from function.base.fix import Fix, Quote, Rename, Replace
from function.base.manifest import Json
from function.base.problems import Problem
from function.check.correction import Correction, copied, corrected
from function.yaml.node import Node, value_of
from function.yaml.reader import read
from function.yaml.replace import replaced


def root_of(text: str) -> Node:
    (document,) = read(text.encode()).documents
    return document.root


def correct(text: str, path: str, fix: Fix | None) -> tuple[Correction | None, Json]:
    root = root_of(text)
    problem = Problem(path=path, message="", code="EP100", fix=fix)
    return corrected(root, problem, text.splitlines(keepends=True)), value_of(root)


@pytest.mark.parametrize(
    ("text", "path", "fix", "expected"),
    [
        ("a: {b: 1, c: 2} # why\n", "a.b", Rename("d"), "a: {d: 1, c: 2} # why\n"),
        ("a:\n  'b': [1]\n", "a.b", Rename("d"), "a:\n  'd': [1]\n"),
        ('{"b":{"c":1}}', "b", Rename("d"), '{"d":{"c":1}}'),
        ("a: [1.10, on]\n", "a[0]", Quote(), 'a: ["1.10", on]\n'),
        ("a: [1.10, on]\n", "a[1]", Quote(), 'a: [1.10, "on"]\n'),
        ("a:\n  - b: 0777\n", "a[0].b", Quote(), 'a:\n  - b: "0777"\n'),
        ("a: {x.y/z: 1_000}\n", "a.x.y/z", Quote(), 'a: {x.y/z: "1_000"}\n'),
        ("a: '8080'\n", "a", Replace(8080), "a: 8080\n"),
        ("a: Small # small\n", "a", Replace("small"), "a: small # small\n"),
        ("a: 'Small'\n", "a", Replace("small"), "a: 'small'\n"),
        ("- {a: 1}\n- {a: 1}\n", "[1].a", Quote(), '- {a: 1}\n- {a: "1"}\n'),
        ("a: &x {b: 1}\n", "a.b", Quote(), 'a: &x {b: "1"}\n'),
    ],
)
def test_the_values_are_those_of_the_new_text(text: str, path: str, fix: Fix, expected: str) -> None:
    found, value = correct(text, path, fix)
    assert found is not None
    after = replaced(text.splitlines(keepends=True), dict([found]))
    assert after == expected
    assert value_of(root_of(after)) == value


@pytest.mark.parametrize(
    ("text", "path", "fix"),
    [
        ("a: 1\n", "a", None),
        ("a: 1\n", "", Rename("d")),
        ("a: 1\n", "b", Rename("d")),
        ("a: {b: 1}\n", "a.c.d", Quote()),
        ("a: 1\nd: 2\n", "a", Rename("d")),
        ("? &x a\n: 1\n", "a", Rename("d")),
        ('"\\x61": 1\n', "a", Rename("d")),
        ("1: x\n", "1", Quote()),
        ("a: [1]\n", "a[1]", Quote()),
        ("a: &x 1\n", "a", Quote()),
        ("a: !!int 1\n", "a", Quote()),
        ("b: &x 1\na: *x\n", "a", Quote()),
        ("b: &x {c: 1}\na: *x\n", "a.c", Quote()),
        ("b: &x {c: 1}\na: {<<: *x}\n", "a.c", Quote()),
        ("b: &x {c: 1}\na: {<<: *x}\n", "a.c", Rename("d")),
        ("a: 'x'\n", "a", Quote()),
        ("a:\n", "a", Quote()),
        ("a: [1]\n", "a", Quote()),
        ("a: !!str 8080\n", "a", Replace(8080)),
        ("a: |-\n  8080\n", "a", Replace(8080)),
        ("a: 'it''s'\n", "a", Replace("x")),
        ("a: [b]\n", "a", Replace("x")),
    ],
)
def test_nothing_changes_if_the_text_is_not_what_it_seems(text: str, path: str, fix: Fix | None) -> None:
    before = value_of(root_of(text))
    assert correct(text, path, fix) == (None, before)


def test_a_copy_changes_without_the_original() -> None:
    text = "a: {b: [1]}\n"
    root = root_of(text)
    copy = copied(root)
    assert corrected(copy, Problem(path="a.b[0]", message="", code="EP100", fix=Quote()), [text]) is not None
    assert (value_of(root), value_of(copy)) == ({"a": {"b": [1]}}, {"a": {"b": ["1"]}})
