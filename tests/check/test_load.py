"""What a file contains, as far as it can be read."""

from pathlib import Path

import pytest

from function.check.errors import UnreadableFileError
from function.check.load import LoadedFile, load_content, load_file


def loaded(text: str) -> LoadedFile:
    return load_content("f.yaml", text.encode())


def test_a_syntax_problem_is_an_error_without_a_path_at_its_document() -> None:
    (finding,) = loaded("a: 1\n---\nb: .nan\n").findings
    assert (finding.severity, finding.path, finding.document) == ("error", None, 2)
    assert str(finding).startswith("f.yaml:3:4: EP004 not a number")


def test_the_problem_that_ends_the_reading_belongs_to_no_document_and_comes_last() -> None:
    file = loaded("a: 1\na: 2\n---\nb: [\n")
    assert [(finding.code, finding.document) for finding in file.findings] == [("EP003", 1), ("EP001", None)]
    assert file.end == file.findings[-1]
    assert [resource.value for resource in file.resources] == [{"a": 2}]


def test_a_problem_of_one_document_stays_there() -> None:
    first, second = loaded("a: .inf\n---\nb: 1\n").documents
    assert [finding.code for finding in first.findings] == ["EP004"]
    assert second.findings == ()


@pytest.mark.parametrize("text", ["", "---\n---\n", "# nothing\n"])
def test_an_empty_file_has_neither_resources_nor_findings(text: str) -> None:
    assert loaded(text) == LoadedFile("f.yaml", (), None)


def test_bytes_that_are_not_text_are_a_finding() -> None:
    file = load_content("f.yaml", b"\xff")
    assert ([finding.code for finding in file.findings], file.documents) == (["EP002"], ())


def test_items_of_a_list_are_resources_of_its_document() -> None:
    file = loaded("a: 1\n---\nkind: List\nitems: [{kind: A}, {kind: B}]\n")
    assert [(resource.document, resource.value) for resource in file.resources] == [
        (1, {"a": 1}),
        (2, {"kind": "A"}),
        (2, {"kind": "B"}),
    ]


def test_a_missing_file_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        load_file(str(tmp_path / "nowhere.yaml"))


def test_a_file_and_its_bytes_are_the_same(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"a: 1\n---\nb: [")
    assert load_file(str(path)) == load_content(str(path), path.read_bytes())
