"""A finding loses nothing on its way to a person or a machine."""

import json
from dataclasses import fields, replace

import pytest

from function.check.finding import Finding
from function.yaml.node import Range


def finding(code: str = "EP104", path: str | None = "spec.size", document: int | None = 2) -> Finding:
    return Finding(
        code=code,
        severity="error",
        message="spec.size: wrong",
        file="a/b.yaml",
        document=document,
        range=Range(8, 9, 10, 15),
        path=path,
    )


def test_every_field_reaches_the_json() -> None:
    names = {field.name for field in fields(Finding)} - {"range"}
    assert names - set(finding().as_json()) == set()


@pytest.mark.parametrize(
    ("path", "document"), [(None, None), (None, 1), ("", 1)], ids=["the file", "the YAML", "the whole object"]
)
def test_what_is_not_known_is_null_and_never_left_out(path: str | None, document: int | None) -> None:
    shown = json.loads(json.dumps(finding(path=path, document=document).as_json()))
    assert list(shown) == list(finding().as_json())
    assert (shown["path"], shown["document"]) == (path, document)
    assert {shown[name] for name in ("value", "expected", "suggestion", "kind", "namespace", "name")} == {None}
    assert shown["docs"] == "docs/reference/codes.md#ep104"


def test_the_range_is_spelt_out() -> None:
    shown = finding().as_json()
    assert [shown[name] for name in ("line", "column", "endLine", "endColumn")] == [8, 9, 10, 15]


@pytest.mark.parametrize("code", ["EP001", "EP104"])
def test_the_line_is_what_editors_jump_to(code: str) -> None:
    assert str(finding(code)) == f"a/b.yaml:8:9: {code} spec.size: wrong"


def test_only_the_line_is_escaped_a_machine_gets_what_is_there() -> None:
    found = replace(finding(), file="::x\n.yaml", path="spec.a\nb")
    assert str(found) == r"\x3a:x\n.yaml:8:9: EP104 spec.size: wrong"
    assert (found.as_json()["file"], found.as_json()["path"]) == ("::x\n.yaml", "spec.a\nb")
