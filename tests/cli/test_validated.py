"""Files are checked together, and corrected one by one."""

import pytest

from function.check.platform import load
from function.cli.options import Findings
from function.cli.validated import corrections, validated
from tests.cli.conftest import CLAIM

PLATFORM = load(None)
WRONG = CLAIM.replace("size: small", "size: Small")
FILES = {
    "a.yaml": WRONG.encode(),
    "b.yaml": CLAIM.replace("billing", "b").encode(),
    "c.yaml": b"a: [",
    "-": WRONG.encode(),
}


def reporting(*, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Findings:
    return Findings(output="json", color=None, select=select, ignore=ignore, fail_on="error")


def test_findings_are_those_of_all_files_and_folders() -> None:
    verdict = validated(FILES, PLATFORM, ["empty"], cross_document=False)
    assert [(found.file, found.code) for found in verdict.findings] == [
        ("a.yaml", "EP104"),
        ("c.yaml", "EP001"),
        ("<stdin>", "EP104"),
        ("empty", "EP601"),
    ]
    assert sorted(verdict.sources) == ["<stdin>", "a.yaml", "c.yaml"]


@pytest.mark.parametrize(("cross_document", "codes"), [(False, []), (True, ["EP501", "EP508"])])
def test_documents_are_compared_if_that_is_asked_for(cross_document: bool, codes: list[str]) -> None:
    contents = {"a.yaml": CLAIM.encode(), "b.yaml": CLAIM.replace("name: billing", "name: b").encode()}
    contents["c.yaml"] = contents["a.yaml"]
    verdict = validated(contents, PLATFORM, [], cross_document=cross_document)
    assert sorted({finding.code for finding in verdict.findings}) == codes


def test_files_without_a_correction_are_left_out() -> None:
    verdict = validated(FILES, PLATFORM, [], cross_document=False)
    found = corrections(verdict, FILES, PLATFORM, reporting())
    assert {path: file.content for path, file in found.items()} == {"a.yaml": CLAIM.encode(), "-": CLAIM.encode()}
    assert {finding for file in found.values() for finding in file.fixed} <= set(verdict.findings)


@pytest.mark.parametrize("options", [reporting(select=("EP2",)), reporting(ignore=("EP1",))])
def test_what_is_not_reported_is_not_corrected(options: Findings) -> None:
    verdict = validated(FILES, PLATFORM, [], cross_document=False)
    assert corrections(verdict, FILES, PLATFORM, options) == {}


def test_the_findings_of_corrected_files_are_gone() -> None:
    verdict = validated(FILES, PLATFORM, [], cross_document=False)
    found = corrections(verdict, FILES, PLATFORM, reporting())
    contents = FILES | {path: file.content for path, file in found.items()}
    again = validated(contents, PLATFORM, [], cross_document=False)
    assert [found.code for found in again.findings] == ["EP001"]
    assert corrections(again, contents, PLATFORM, reporting()) == {}
