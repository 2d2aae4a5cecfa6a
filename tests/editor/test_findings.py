"""What is wrong with a text."""

import pytest

from function.base.variables import Source
from function.check import platform
from function.check.errors import UnreadableFileError
from function.check.finding import Finding
from function.editor.findings import complete, findings, findings_of_l5, is_file_of_l5
from function.editor.text import Text
from function.editor.workspace import Workspace
from tests.editing import BINDING, CLAIM, FILE, SUBJECTS

PLATFORM = platform.load(None)
FETCH = Workspace(PLATFORM).fetch


def found(source: str) -> list[Finding]:
    text = Text("a.yaml", source, "utf-16")
    return findings("a.yaml", text.content, text.lines, PLATFORM, SUBJECTS, FETCH)


def codes(source: str) -> list[str]:
    return [finding.code for finding in found(source)]


def test_a_claim_is_checked() -> None:
    assert codes(CLAIM) == []
    assert codes(CLAIM.replace("size:", "siez:")) == ["EP102"]
    assert codes(f"{CLAIM}---\n{CLAIM.replace('small', 'xl')}") == ["EP104"]
    assert codes(CLAIM.replace("  namespace: shop\n", "")) == ["EP302"]


def test_a_comment_suppresses_a_warning() -> None:
    text = CLAIM.replace("  namespace: shop\n", "").replace(
        "metadata:", "# platformctl: ignore EP302 -- why\nmetadata:"
    )
    assert codes(text) == []
    assert codes(CLAIM.replace("spec:", "# platformctl: ignore EP302 -- why\nspec:")) == ["EP602"]


@pytest.mark.parametrize("text", ["[", "a: {{ template }}\n", "apiVersion: v1\nkind: Secret\nx: [\n", "\tx", ""])
def test_other_files_are_left_alone(text: str) -> None:
    assert codes(text) == []


def test_a_claim_that_is_no_yaml_is_reported() -> None:
    assert codes(f"{CLAIM}  env: [\n") == ["EP001"]


FILES = {
    "/w/base.infra": "streams:\n  auth_events:\n    type: kafka\n    brokers: kafka.shop.svc:9092\n    topc: x\n",
    "/w/production.infra": 'extends: base.infra\nversion: "1.0"\nenvironment: production\n'
    "streams:\n  auth_events:\n    topic: a\n",
}
PARENTS = {"/w/production.infra": "/w/base.infra"}


def read(path: str, *, regular: bool = False) -> bytes:
    if path not in FILES:
        raise UnreadableFileError(path, FileNotFoundError())
    return FILES[path].encode()


def of_l5(name: str) -> list[tuple[str, str]]:
    wrong = findings_of_l5(name, complete(name, PARENTS), read, [Source("environment", {})], PLATFORM)
    return [(finding.code, finding.file) for finding in wrong]


def test_a_part_is_checked_as_part_of_what_extends_it() -> None:
    assert of_l5("/w/base.infra") == [("EP102", "/w/base.infra")]
    assert of_l5("/w/production.infra") == []


@pytest.mark.parametrize(("parent", "code"), [("broken.infra", "EP001"), ("none.infra", "EP421")])
def test_what_cannot_be_extended_is_reported_where_it_is_named(parent: str, code: str) -> None:
    files = {"/w/a.infra": f"streams: {{}}\nextends: {parent}\n", "/w/broken.infra": "streams: [\n"}

    def read(path: str, *, regular: bool = False) -> bytes:
        if path not in files:
            raise UnreadableFileError(path, FileNotFoundError())
        return files[path].encode()

    wrong = findings_of_l5("/w/a.infra", ["/w/a.infra"], read, [], PLATFORM)
    assert [(finding.code, finding.file, finding.range.line) for finding in wrong] == [(code, "/w/a.infra", 2)]
    assert parent in wrong[0].message


def test_a_file_that_no_other_extends_must_be_complete() -> None:
    wrong = findings_of_l5("/w/base.infra", ["/w/base.infra"], read, [], PLATFORM)
    assert {finding.code for finding in wrong} >= {"EP101", "EP102"}


@pytest.mark.parametrize(
    ("parents", "found"),
    [
        ({}, ["a"]),
        ({"b": "a", "c": "a"}, ["b", "c"]),
        ({"b": "a", "c": "b"}, ["c"]),
        ({"b": "a", "a": "b"}, ["a"]),
        ({"a": "b"}, ["a"]),
    ],
)
def test_what_leads_to_a_file_is_found(parents: dict[str, str], found: list[str]) -> None:
    assert complete("a", parents) == found


def test_many_files_may_extend_one() -> None:
    assert len(complete("a", {f"b{number}": "a" for number in range(99)})) == 20


def test_a_file_of_l5_is_recognized() -> None:
    assert is_file_of_l5(FILE.split("\n"))
    assert is_file_of_l5(f"---\n{FILE}".split("\n"))
    assert not is_file_of_l5(BINDING.split("\n"))
    assert not is_file_of_l5(f"{FILE}---\n{BINDING}".split("\n"))
    assert not is_file_of_l5([])
