from pathlib import Path
from xml.etree import ElementTree as ET

from hypothesis import given
from xmlschema import XMLSchema

from function.check.check_file import CheckedFile
from function.check.verdict import Verdict
from function.cli.formats.junit import report
from tests.findings import finding, resource
from tests.hostile import obeyed
from tests.hostile_findings import EXAMPLES, VERDICTS

SCHEMA = XMLSchema(Path(__file__).parents[2] / "schemas" / "junit-10.xsd")


def parsed(verdict: Verdict) -> ET.Element:
    """Return the root of a document that is valid."""
    root = ET.fromstring(report(verdict).encode())  # noqa: S314 - our own output
    SCHEMA.validate(root)
    return root


def test_without_resources_there_are_no_suites() -> None:
    assert parsed(Verdict((CheckedFile(skipped=3),))).attrib == {
        "name": "platformctl",
        "tests": "0",
        "failures": "0",
        "errors": "0",
    }


def test_a_resource_with_errors_fails_and_one_with_warnings_passes() -> None:
    file = CheckedFile(
        (resource("A", finding("error", 2), finding("error", 3)), resource("B", finding("warning", 4)), resource("C"))
    )
    root = parsed(Verdict((file,)))
    assert (root.get("tests"), root.get("failures")) == ("3", "1")
    failing, warned, clean = root.iter("testcase")
    failure = failing.find("failure")
    assert failure is not None
    assert failure.get("message") == "f:2:1: EP100 a: b"
    assert failure.text == "f:2:1: EP100 a: b\nf:3:1: EP100 a: b"
    assert [element.tag for element in warned] == ["system-out"]
    assert (clean.get("name"), list(clean)) == ("C", [])


def test_invalid_yaml_fails() -> None:
    root = parsed(Verdict((CheckedFile(unreadable=(finding("error"),)), CheckedFile((resource("A"),)))))
    assert [(case.get("name"), len(case)) for case in root.iter("testcase")] == [("YAML", 1), ("A", 0)]


@EXAMPLES
@given(VERDICTS)
def test_whatever_the_texts_the_document_is_valid(verdict: Verdict) -> None:
    assert obeyed(report(verdict)) == ""
    root = parsed(verdict)
    failed = sum(resource.failed for file in verdict.files for resource in file.resources)
    failed += sum(any(found.severity == "error" for found in file.unreadable) for file in verdict.files)
    assert len(list(root.iter("failure"))) == failed
