"""Each case marks the text that a problem's path leads to."""

import pytest

from function.base.problems import Place, Problem
from function.check.locate import locate
from function.yaml.node import Range
from function.yaml.reader import read

TEXT = """\
kind: X
metadata:
  name: a
spec:
  size: xlarge
  nothing:
  env:
    - name: A
      value: 'x'
    - {name: B}
    - plain
  labels:
    app.kubernetes.io/name: worker
    app: y
    app.kubernetes: z
  list[0]: odd
  deep:
    a: 1
  same: *alias
""".replace("*alias", "[1, 2]")


def marked(path: str, code: str, place: Place | None = None) -> tuple[int, str]:
    """Return the line and the text of the place."""
    (document,) = read(TEXT.encode()).documents
    problem = Problem(path=path, message="", code=code, place=place)
    line, column, end_line, end_column, _ = locate(document.root, problem)
    assert end_line == line
    return line, TEXT.splitlines()[line - 1][column - 1 : end_column - 1]


@pytest.mark.parametrize(
    ("path", "code", "line", "text"),
    [
        ("spec.size", "EP104", 5, "xlarge"),
        ("spec.size", "EP102", 5, "size"),
        ("spec.nothing", "EP101", 6, "nothing"),
        ("spec.env[0].value", "EP103", 9, "'x'"),
        ("spec.env[1].name", "EP106", 10, "B"),
        ("spec.env[2]", "EP103", 11, "plain"),
        ("spec.env[2].name", "EP101", 11, "plain"),
        ("spec.env[0].image", "EP101", 8, "name"),
        ("spec.env[1].value", "EP101", 10, "name"),
        ("spec.env[1].nmae", "EP102", 10, "name"),
        ("spec.env[7]", "EP105", 7, "env"),
        ("spec.labels.app.kubernetes.io/name", "EP106", 13, "worker"),
        ("spec.labels.app", "EP106", 14, "y"),
        ("spec.labels.app.kubernetes", "EP106", 15, "z"),
        ("spec.labels.app.other", "EP101", 14, "app"),
        ("spec.list[0]", "EP106", 16, "odd"),
        ("spec.same[1]", "EP105", 19, "2"),
        ("spec.same", "EP105", 19, "[1, 2]"),
        ("spec.deep", "EP103", 17, "deep"),
        ("spec.env", "EP105", 7, "env"),
        ("spec.same", "EP413", 19, "same"),
        ("spec.same[99999999999999999999]", "EP105", 19, "same"),
        ("spec.same.", "EP101", 19, "same"),
        ("spec.nats.stream", "EP101", 4, "spec"),
        ("spec.size.deeper", "EP101", 5, "size"),
        ("status", "EP101", 1, "kind"),
        ("", "EP101", 1, "kind"),
    ],
)
def test_a_path_leads_to_the_value_or_else_to_the_key(path: str, code: str, line: int, text: str) -> None:
    assert marked(path, code) == (line, text)


@pytest.mark.parametrize("text", ["[1]", "x", "{}", "3"])
def test_a_document_without_keys_is_a_place_itself(text: str) -> None:
    (document,) = read(text.encode()).documents
    assert locate(document.root, Problem(path="spec.size", message="", code="EP101")) == Range(1, 1, 1, len(text) + 1)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("spec.env[1].name"), "B"),
        (Place("spec.env[1].name", key=True), "name"),
        (Place("spec.env[1]", key=True), "name"),
        (Place("spec.labels.app", key=True), "app"),
        (Place("", key=True), "kind"),
        (Place("spec.nowhere", key=True), "spec"),
    ],
)
def test_a_place_is_more_exact_than_a_path(place: Place, text: str) -> None:
    assert marked("spec", "EP201", place)[1] == text


def test_a_key_of_dots_alone_is_found_as_a_whole() -> None:
    name = "a." * 5000
    (document,) = read(f"spec:\n  a: 1\n  ? {name}\n  : x\n".encode()).documents
    assert locate(document.root, Problem(path=f"spec.{name}", message="", code="EP102")).line == 3
