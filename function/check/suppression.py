"""Warnings that a comment in the file suppresses: `# platformctl: ignore EP501 -- they share the work`."""

from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from function.base.codes import CODES
from function.base.problems import Problem, describe, shown
from function.check.check_file import CheckedFile
from function.check.finding import Finding
from function.check.verdict import Suppressed, Verdict
from function.yaml.comments import Comment, comments

MARKER = "platformctl:"
_FORM = "# platformctl: ignore CODE -- REASON"
_NAMES = frozenset(code.name for code in CODES)
_Place: TypeAlias = tuple[str, int]
"""A code and a line."""


class _Directive(NamedTuple):
    """What a comment says; `wrong` is why it has no effect."""

    comment: Comment
    codes: tuple[str, ...] = ()
    reason: str = ""
    wrong: str = ""


def suppressed(verdict: Verdict, unchecked: tuple[str, ...]) -> Verdict:
    """Return the verdict without the warnings that comments in its sources suppress.

    A comment that has no effect is a warning, unless its code begins like one in `unchecked`, which nothing looked for.
    """
    results = [_of_file(file, verdict, unchecked) for file in verdict.files]
    return verdict._replace(
        files=tuple(file for file, _ in results), suppressed=tuple(found for _, hidden in results for found in hidden)
    )


def covered(content: bytes) -> Callable[[Finding], bool]:
    """Return whether a comment in a file suppresses a finding about it."""
    reasons = _reasons([_directive(comment) for comment in comments(content, MARKER)])
    return lambda finding: _place(finding) in reasons and finding.severity == "warning"


def _of_file(file: CheckedFile, verdict: Verdict, unchecked: tuple[str, ...]) -> tuple[CheckedFile, list[Suppressed]]:
    if not file.resources:
        return file, []
    directives = [
        _directive(comment) for comment in comments(verdict.sources.get(file.resources[0].resource.file, b""), MARKER)
    ]
    if not directives:
        return file, []
    reasons = _reasons(directives)
    hidden = [
        Suppressed(finding, reasons[_place(finding)])
        for resource in file.resources
        for finding in resource.findings
        if finding.severity == "warning" and _place(finding) in reasons
    ]
    gone = {found.finding for found in hidden}
    kept = [[finding for finding in resource.findings if finding not in gone] for resource in file.resources]
    starts = [resource.resource.node.range.line for resource in file.resources]
    errors = {_place(finding) for finding in file.findings if finding.severity == "error"}
    used = set(map(_place, gone))
    for directive in directives:
        # the last resource that begins above what the comment is about, or the first one
        at = max(bisect_right(starts, directive.comment.about) - 1, 0)
        for message in _wrong(directive, errors, used, unchecked):
            problem = Problem(path="", message=message, code="EP602", severity="warning")
            kept[at].append(replace(file.resources[at].resource.finding(problem), range=directive.comment.range))
    resources = (found._replace(findings=tuple(rest)) for found, rest in zip(file.resources, kept, strict=True))
    return file._replace(resources=tuple(resources)), hidden


def _reasons(directives: Iterable[_Directive]) -> dict[_Place, str]:
    """Return the reason of the first comment for each code and line."""
    found: dict[_Place, str] = {}
    for directive in directives:
        for code in directive.codes:
            found.setdefault((code, directive.comment.about), directive.reason)
    return found


def _place(finding: Finding) -> _Place:
    return finding.code, finding.range.line


def _directive(comment: Comment) -> _Directive:
    words, _, reason = comment.text.partition("--")
    verb, _, listed = words.strip().partition(" ")
    codes = tuple(listed.replace(",", " ").split())
    unknown = next((code for code in codes if code not in _NAMES), None)
    if verb != "ignore" or not codes:
        return _Directive(comment, wrong=describe("the comment has no effect", hint=f"write {_FORM}"))
    if unknown is not None:
        return _Directive(
            comment, wrong=describe("unknown code", got=shown(unknown), hint="see docs/reference/codes.md")
        )
    if not reason.strip():
        return _Directive(comment, wrong=describe("a suppression needs a reason", hint=f"write {_FORM}"))
    return _Directive(comment, codes, reason.strip())


def _wrong(
    directive: _Directive, errors: Container[_Place], used: Container[_Place], unchecked: tuple[str, ...]
) -> Iterator[str]:
    """Yield what is wrong with a comment; `errors` and `used` are where errors and suppressed warnings are."""
    if directive.wrong:
        yield directive.wrong
    for code in directive.codes:
        place = code, directive.comment.about
        if place in errors:
            yield describe(f"{code} is an error here, which cannot be suppressed", hint="correct it")
        elif place not in used and not code.startswith(unchecked):
            yield describe(
                f"suppresses nothing: there is no {code} on line {directive.comment.about}", hint="remove it"
            )
