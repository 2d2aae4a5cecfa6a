import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from function.base.codes import CODES
from function.check.check_file import CheckedFile
from function.check.finding import Finding, Related
from function.check.verdict import Suppressed, Verdict
from function.cli.formats.sarif import report
from function.yaml.node import Range
from tests.findings import finding
from tests.hostile import obeyed
from tests.hostile_findings import EXAMPLES, VERDICTS

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "sarif-2.1.0.json").read_text())
VALIDATOR = jsonschema.Draft4Validator(SCHEMA)  # jsonschema-rs rejects a pattern in this schema


def run(verdict: Verdict) -> Any:
    """Return the only run of a log that is valid."""
    log = json.loads(report(verdict))
    VALIDATOR.validate(log)
    assert len(log["runs"]) == 1
    return log["runs"][0]


def result_of(found: Finding) -> Any:
    return run(Verdict((CheckedFile(unreadable=(found,)),)))["results"][0]


def test_without_findings_the_log_says_that_nothing_was_found() -> None:
    assert run(Verdict(()))["results"] == []


def test_a_result_names_its_rule_and_the_rule_explains_itself() -> None:
    findings = (finding("error"), replace(finding("warning"), code="EP302"), finding("error", 9))
    found = run(Verdict((CheckedFile(unreadable=findings),)))
    rules = found["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["EP100", "EP302"]
    results = found["results"]
    assert [rules[result["ruleIndex"]]["id"] for result in results] == [result["ruleId"] for result in results]
    assert [result["level"] for result in results] == ["error", "warning", "error"]


def test_a_suppressed_warning_is_a_result_with_its_reason() -> None:
    verdict = Verdict(
        (CheckedFile(unreadable=(finding("error"),)),), suppressed=(Suppressed(finding("warning"), "ok\x1b"),)
    )
    first, second = run(verdict)["results"]
    assert "suppressions" not in first
    assert second["suppressions"] == [{"kind": "inSource", "justification": "ok\\x1b"}]
    assert first["partialFingerprints"] != second["partialFingerprints"]


def test_a_finding_about_two_documents_has_both_places() -> None:
    other = Related("g.yaml", Range(3, 5, 3, 9))
    (location,) = result_of(replace(finding("warning"), related=(other,)))["relatedLocations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "g.yaml"},
        "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9},
    }
    assert "relatedLocations" not in result_of(finding("warning"))


def test_every_code_has_a_rule() -> None:
    findings = tuple(replace(finding("error"), code=code.name) for code in CODES)
    rules = run(Verdict((CheckedFile(unreadable=findings),)))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [code.name for code in CODES]
    assert all(rule["shortDescription"]["text"].endswith(".") for rule in rules)
    assert all(f"(docs/reference/codes.md#{rule['id'].lower()})" in rule["help"]["markdown"] for rule in rules)


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a/b.yaml", "a/b.yaml"),
        ("./a b/ü.yaml", "a%20b/%C3%BC.yaml"),
        ("a#b?c%d.yaml", "a%23b%3Fc%25d.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("/abs/c.yaml", "file:///abs/c.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
        ("a\nb", "a%0Ab"),
    ],
)
def test_a_path_is_a_uri(file: str, uri: str) -> None:
    location = result_of(replace(finding("error"), file=file))["locations"][0]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": uri}


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("must be one of [a, b]", "must be one of [a, b]"),
        ("[x](http://e) \\", "\\[x\\](http://e) \\\\"),
        ("{0}", "{0}"),
    ],
)
def test_a_message_has_no_links(message: str, text: str) -> None:
    assert result_of(replace(finding("error"), message=message))["message"] == {"text": text}


@EXAMPLES
@given(VERDICTS)
def test_whatever_the_texts_the_log_is_valid(verdict: Verdict) -> None:
    assert obeyed(report(verdict)) == ""
    assert len(run(verdict)["results"]) == len(verdict.findings)
