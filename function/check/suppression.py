"""Warnings that a comment in the file suppresses: `# platformctl: ignore EP501 -- they share the work`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from function.base.codes import CODES
from function.base.problems import Problem, describe, shown
from function.check.check_file import CheckedFile, CheckedResource
from function.check.finding import Finding
from function.check.verdict import Suppressed, Verdict
from function.yaml.comments import Comment, comments

MARKER = "platformctl:"
_FORM = "# platformctl: ignore CODE -- REASON"
_NAMES = frozenset(code.name for code in CODES)


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
    directives = [_directive(comment) for comment in comments(content, MARKER)]
    return lambda finding: any(_covers(directive, finding) for directive in directives)


def _of_file(file: CheckedFile, verdict: Verdict, unchecked: tuple[str, ...]) -> tuple[CheckedFile, list[Suppressed]]:
    if not file.resources:
        return file, []
    directives = [
        _directive(comment) for comment in comments(verdict.sources.get(file.resources[0].resource.file, b""), MARKER)
    ]
    if not directives:
        return file, []
    hidden = [
        Suppressed(finding, directive.reason)
        for resource in file.resources
        for finding in resource.findings
        if (directive := next((directive for directive in directives if _covers(directive, finding)), None)) is not None
    ]
    gone = {found.finding for found in hidden}
    wrong = [
        (directive.comment, message) for directive in directives for message in _wrong(directive, file, gone, unchecked)
    ]
    resources = [
        resource._replace(findings=tuple(finding for finding in resource.findings if finding not in gone))
        for resource in file.resources
    ]
    for comment, message in wrong:
        at = _nearest(resources, comment)
        problem = Problem(path="", message=message, code="EP602", severity="warning")
        finding = replace(resources[at].resource.finding(problem), range=comment.range)
        resources[at] = resources[at]._replace(findings=(*resources[at].findings, finding))
    return file._replace(resources=tuple(resources)), hidden


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


def _covers(directive: _Directive, finding: Finding) -> bool:
    about = finding.code in directive.codes and finding.range.line == directive.comment.about
    return about and finding.severity == "warning"


def _wrong(directive: _Directive, file: CheckedFile, gone: set[Finding], unchecked: tuple[str, ...]) -> Iterator[str]:
    """Yield what is wrong with a comment."""
    if directive.wrong:
        yield directive.wrong
    for code in directive.codes:
        here = [found for found in file.findings if found.code == code and found.range.line == directive.comment.about]
        if any(found.severity == "error" for found in here):
            yield describe(f"{code} is an error here, which cannot be suppressed", hint="correct it")
        elif not any(found in gone for found in here) and not code.startswith(unchecked):
            yield describe(
                f"suppresses nothing: there is no {code} on line {directive.comment.about}", hint="remove it"
            )


def _nearest(resources: Sequence[CheckedResource], comment: Comment) -> int:
    """Return the position of the last resource that begins above what the comment is about, or of the first one."""
    above = [at for at, found in enumerate(resources) if found.resource.node.range.line <= comment.about]
    return above[-1] if above else 0
