"""JUnit XML: each resource is a test case, and fails if it has errors."""

from html import escape  # xml.sax.saxutils imports an HTTP client, which every start would wait for
from itertools import groupby
from operator import attrgetter

from function.check.case import Case, cases
from function.check.verdict import Verdict
from function.cli.formats._format import Format


def report(verdict: Verdict) -> str:
    """Return the document, with a test suite for each file."""
    found = list(cases(verdict))
    failures = sum(bool(case.errors) for case in found)
    suites = "".join(_suite(file, list(group)) for file, group in groupby(found, attrgetter("file")))
    counts = f'tests="{len(found)}" failures="{failures}" errors="0"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="platformctl" {counts}>\n{suites}</testsuites>\n'


def _suite(file: str, found: list[Case]) -> str:
    failures = sum(bool(case.errors) for case in found)
    counts = f'tests="{len(found)}" failures="{failures}" errors="0"'
    return f"  <testsuite name={_quoted(file)} {counts}>\n{''.join(map(_case, found))}  </testsuite>\n"


def _case(case: Case) -> str:
    inside = ""
    if case.errors:
        text = escape("\n".join(case.errors), quote=False)
        inside += f'      <failure type="error" message={_quoted(case.errors[0])}>{text}</failure>\n'
    if case.warnings:
        text = escape("\n".join(case.warnings), quote=False)
        inside += f"      <system-out>{text}</system-out>\n"
    return f"    <testcase classname={_quoted(case.file)} name={_quoted(case.name)}>\n{inside}    </testcase>\n"


def _quoted(text: str) -> str:
    return f'"{escape(text)}"'


FORMAT = Format(report, summary=False)
