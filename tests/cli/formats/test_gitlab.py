import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given

from function.check.check_file import CheckedFile
from function.check.verdict import Verdict
from function.cli.formats.gitlab import report
from tests.findings import finding
from tests.hostile import obeyed
from tests.hostile_findings import EXAMPLES, VERDICTS

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "gitlab-code-quality.json").read_text())
VALIDATOR = jsonschema_rs.Draft7Validator(SCHEMA)
SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def issues(verdict: Verdict) -> list[Any]:
    """Return the issues of a report that GitLab accepts."""
    found: list[Any] = json.loads(report(verdict))
    for issue in found:
        VALIDATOR.validate(issue)
        assert issue["severity"] in SEVERITIES
        assert issue["location"]["lines"]["begin"] > 0
    assert len({issue["fingerprint"] for issue in found}) == len(found)
    return found


def test_without_findings_the_report_is_an_empty_list() -> None:
    assert report(Verdict(())) == "[]\n"


def test_an_issue_has_a_severity_of_gitlab() -> None:
    verdict = Verdict((CheckedFile(unreadable=(finding("error", 2), finding("warning", 7))),))
    assert [(issue["severity"], issue["location"]["lines"]["begin"]) for issue in issues(verdict)] == [
        ("major", 2),
        ("minor", 7),
    ]


@pytest.mark.parametrize(("file", "path"), [("./a/b.yaml", "a/b.yaml"), ("a//b.yaml", "a/b.yaml"), ("../b", "../b")])
def test_a_path_has_no_dot_in_front(file: str, path: str) -> None:
    verdict = Verdict((CheckedFile(unreadable=(replace(finding("error"), file=file),)),))
    assert issues(verdict)[0]["location"]["path"] == path


@EXAMPLES
@given(VERDICTS)
def test_whatever_the_texts_the_report_is_valid(verdict: Verdict) -> None:
    assert obeyed(report(verdict)) == ""
    assert len(issues(verdict)) == len(verdict.findings)
