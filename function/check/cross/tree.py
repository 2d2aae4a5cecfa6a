"""Compares the documents of a tree, and adds what it finds to their own findings."""

from collections.abc import Iterator, Mapping, Sequence

from function.check.check_file import CheckedFile, CheckedResource
from function.check.cross import bindings, consumers, names, objects, scalers, secrets
from function.check.cross.facts import Facts
from function.check.cross.twice import twice, unique
from function.check.finding import Finding
from function.check.verdict import Verdict


def findings(facts: Facts) -> Iterator[Finding]:
    """Yield the warnings. A claim that occurs twice counts once, and one with errors does not count."""
    claims = unique(facts.claims)
    writers = secrets.all_writers(claims, facts.writers)
    yield from twice(facts.claims)
    yield from consumers.shared(claims)
    yield from names.mismatches(claims, facts.creations)
    yield from secrets.mismatches(claims, writers)
    yield from secrets.twice(claims, facts.writers)
    yield from objects.collisions(claims)
    yield from objects.contradictions(claims)
    yield from bindings.missing(claims, facts.invalid)
    yield from scalers.doubled(claims, facts.scalers)


def compared(verdict: Verdict, facts: Facts) -> Verdict:
    """Return the verdict with these warnings at their resources."""
    found: dict[tuple[str, int | None], list[Finding]] = {}
    for finding in findings(facts):
        found.setdefault((finding.file, finding.document), []).append(finding)
    return verdict._replace(files=tuple(_with(file, found) for file in verdict.files)) if found else verdict


def _with(file: CheckedFile, found: Mapping[tuple[str, int | None], Sequence[Finding]]) -> CheckedFile:
    return file._replace(
        resources=tuple(
            _added(checked, found.get((checked.resource.file, checked.resource.document), ()))
            for checked in file.resources
        )
    )


def _added(checked: CheckedResource, found: Sequence[Finding]) -> CheckedResource:
    """Return the resource with the findings of its document that are inside it, and not in another item of its list."""
    added = [finding for finding in found if finding.range.begins_in(checked.resource.node.range)]
    kept = [finding for finding in checked.findings if not bindings.superseded(finding, added)]
    return checked._replace(findings=(*kept, *added))
