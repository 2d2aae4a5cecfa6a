"""Compares the documents of a tree, and adds what it finds to their own findings."""

from collections.abc import Iterator

from function.check.check_file import CheckedFile
from function.check.cross import consumers, names, objects, secrets
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


def compared(verdict: Verdict, facts: Facts) -> Verdict:
    """Return the verdict with these warnings at their resources."""
    found: dict[tuple[str, int | None], list[Finding]] = {}
    for finding in findings(facts):
        found.setdefault((finding.file, finding.document), []).append(finding)
    return verdict._replace(files=tuple(_with(file, found) for file in verdict.files)) if found else verdict


def _with(file: CheckedFile, found: dict[tuple[str, int | None], list[Finding]]) -> CheckedFile:
    resources = (
        resource._replace(
            findings=(
                *resource.findings,
                *(
                    finding
                    for finding in found.get((resource.resource.file, resource.resource.document), ())
                    # and not in another item of its list
                    if finding.range.begins_in(resource.resource.node.range)
                ),
            )
        )
        for resource in file.resources
    )
    return file._replace(resources=tuple(resources))
