"""Corrections of findings that have only one right answer, as `platformctl validate --fix` makes them."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from function.base.request import Fetch
from function.check.finding import Finding
from function.check.fix import fixed
from function.check.platform import Platform
from function.check.suppression import covered
from function.yaml.node import Range

_MOST = 20
"""Corrections of single findings that are offered at a time: for each, the whole text is checked again."""


class Correction(NamedTuple):
    """A correction: `text` is the whole text with it, and `findings` are those that are then gone."""

    title: str
    text: str
    findings: tuple[Finding, ...]


def corrections(
    name: str, content: bytes, found: Sequence[Finding], platform: Platform, fetch: Fetch
) -> Iterator[Correction]:
    """Yield a correction for each of the first of these findings that can be corrected on their own."""
    for finding in islice((each for each in found if each.fixable), _MOST):
        yield from _corrected(_title(finding), name, content, platform, fetch, _same(finding))


def all_corrections(name: str, content: bytes, platform: Platform, fetch: Fetch) -> Iterator[Correction]:
    """Yield the correction of everything in a text that can be corrected, if there is anything."""
    excluded = covered(content)
    yield from _corrected("Correct all mistakes", name, content, platform, fetch, lambda finding: not excluded(finding))


def overlapping(found: Sequence[Finding], lines: tuple[int, int]) -> list[Finding]:
    """Return the findings in these lines, both included."""
    first, last = lines
    return [finding for finding in found if _is_in(finding.range, first, last)]


def _corrected(
    title: str, name: str, content: bytes, platform: Platform, fetch: Fetch, wanted: Callable[[Finding], bool]
) -> Iterator[Correction]:
    file = fixed(name, content, platform, fetch, wanted)
    if file.fixed:
        yield Correction(title, file.content.decode("utf-8"), file.fixed)


def _same(finding: Finding) -> Callable[[Finding], bool]:
    return lambda other: (other.code, other.document, other.path) == (finding.code, finding.document, finding.path)


def _title(finding: Finding) -> str:
    return f"Change to '{finding.suggestion}'" if finding.suggestion else f"Correct {finding.path}"


def _is_in(place: Range, first: int, last: int) -> bool:
    return place.line <= last and place.end_line >= first
