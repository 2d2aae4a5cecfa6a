"""SARIF 2.1.0, which GitHub, Azure DevOps, and other tools for code scanning read."""

import posixpath
from collections.abc import Sequence
from urllib.parse import quote

from function.base.codes import CODES, link
from function.base.manifest import Json, Manifest
from function.base.printable import printable
from function.check.finding import Finding
from function.check.fingerprint import fingerprints
from function.check.verdict import Verdict
from function.cli.ci_json import serialized
from function.cli.formats._format import Format
from function.yaml.node import Range

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_CODES = {code.name: code for code in CODES}


def report(verdict: Verdict) -> str:
    """Return the log of one run, with the rules that its results name."""
    reported: list[tuple[Finding, str | None]] = [(finding, None) for finding in verdict.findings]
    reported += verdict.suppressed
    findings = [finding for finding, _ in reported]
    codes = sorted({finding.code for finding in findings})
    results: list[Json] = [
        {**_result(finding, codes, identifier), **_suppression(reason)}
        for (finding, reason), identifier in zip(reported, fingerprints(findings), strict=True)
    ]
    driver: Json = {"name": "platformctl", "rules": [_rule(code) for code in codes]}
    run: Json = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return serialized({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(name: str) -> Json:
    code = _CODES[name]
    return {
        "id": name,
        "shortDescription": {"text": code.meaning},
        "help": {"text": f"{code.remedy} See {link(name)}.", "markdown": f"{code.remedy} See [{name}]({link(name)})."},
    }


def _suppression(reason: str | None) -> Manifest:
    """Return that a comment in the file suppresses a result, or that nothing does."""
    return {} if reason is None else {"suppressions": [{"kind": "inSource", "justification": printable(reason)}]}


def _result(finding: Finding, codes: Sequence[str], identifier: str) -> Manifest:
    related: list[Json] = [_location(other.file, other.range) for other in finding.related]
    others: Manifest = {"relatedLocations": related} if related else {}
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity,
        "message": {"text": _plain(printable(finding.message))},
        "locations": [_location(finding.file, finding.range)],
        **others,
        "partialFingerprints": {"platformctl/v1": identifier},
    }


def _location(file: str, place: Range) -> Json:
    region: Json = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(file)}, "region": region}}


def _uri(file: str) -> str:
    """Return a path as a URI; a relative path is relative to the root of the repository, as is the current folder."""
    if posixpath.isabs(file):
        return f"file://{quote(file)}"
    return quote(posixpath.normpath(file))


def _plain(text: str) -> str:
    """Return a text in which `[a](b)` is no link."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]") if "](" in text else text


FORMAT = Format(report, summary=False)
