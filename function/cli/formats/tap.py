"""TAP version 14: each resource is a test point, and fails if it has errors."""

from function.check.case import Case, cases
from function.check.verdict import Verdict
from function.cli.ci_json import serialized
from function.cli.formats._format import Format


def report(verdict: Verdict) -> str:
    """Return the plan and the test points."""
    found = list(cases(verdict))
    points = "".join(_point(number, case) for number, case in enumerate(found, 1))
    return f"TAP version 14\n1..{len(found)}\n{points}"


def _point(number: int, case: Case) -> str:
    result = "not ok" if case.errors else "ok"
    listed = "".join(
        _diagnostics(name, lines) for name, lines in (("errors", case.errors), ("warnings", case.warnings))
    )
    block = f"  ---\n{listed}  ...\n" if listed else ""
    return f"{result} {number} - {_description(f'{case.name} in {case.file}')}\n{block}"


def _diagnostics(name: str, lines: list[str]) -> str:
    """Return a list in YAML, whose items are also JSON."""
    return f"  {name}:\n" + "".join(f"    - {serialized(line)}\n" for line in lines) if lines else ""


def _description(text: str) -> str:
    """Return a text without #, which begins a directive. TAP 14 can escape it, but readers of TAP 13 would obey it."""
    return text.replace("\\", "\\\\").replace("#", r"\\x23")


FORMAT = Format(report, summary=False)
