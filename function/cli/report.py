"""The verdict on all files, as lines for people and as one JSON document for machines."""

import json
from collections.abc import Sequence

from function.base.manifest import Json
from function.check.check_file import Examined, kind_of
from function.check.finding import Finding

JSON_VERSION = 1


def as_json(examined: Sequence[Examined]) -> str:
    """Return {version, summary, findings}."""
    findings: list[Json] = [finding.as_json() for finding in _findings(examined)]
    return json.dumps({"version": JSON_VERSION, "summary": _numbers(examined), "findings": findings}, indent=2)


def as_lines(examined: Sequence[Examined]) -> list[str]:
    """Return one line for each finding."""
    return [str(finding) for finding in _findings(examined)]


def summary(examined: Sequence[Examined]) -> str:
    """Return what was checked, in one sentence or two."""
    numbers = _numbers(examined)
    kinds = [
        f"{sum(counts.values())} {kind} ({counts['ok']} ok, {counts['failed']} failed)"
        for kind, counts in _by_kind(examined).items()
    ]
    checked = ", ".join([*kinds, f"{_count(numbers['skipped'], 'other resource')} skipped"])
    mistakes = _count(numbers["errors"], "error")
    advice = f", {_count(numbers['warnings'], 'warning')}" if numbers["warnings"] else ""
    return f"Checked {_count(numbers['files'], 'file')}: {checked}. {mistakes}{advice}."


def _findings(examined: Sequence[Examined]) -> list[Finding]:
    return [finding for each in examined for finding in each.findings]


def _numbers(examined: Sequence[Examined]) -> dict[str, int]:
    kinds = _by_kind(examined).values()
    severities = [finding.severity for finding in _findings(examined)]
    return {
        "files": len(examined),
        "ok": sum(counts["ok"] for counts in kinds),
        "failed": sum(counts["failed"] for counts in kinds),
        "skipped": sum(each.skipped for each in examined),
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
    }


def _by_kind(examined: Sequence[Examined]) -> dict[str, dict[str, int]]:
    kinds: dict[str, dict[str, int]] = {}
    for resource, findings in sorted(
        (ours for each in examined for ours in each.ours), key=lambda ours: kind_of(ours[0])
    ):
        counts = kinds.setdefault(kind_of(resource), {"ok": 0, "failed": 0})
        counts["failed" if any(finding.severity == "error" for finding in findings) else "ok"] += 1
    return kinds


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
