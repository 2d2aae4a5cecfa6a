"""Streams and consumers that a manifest of the tree creates under another name than a claim uses."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from function.apis.links import Consumption
from function.base.problems import describe, shown
from function.base.suggestion import closest_match
from function.check.cross.creations import Creation
from function.check.cross.mark import Claim
from function.check.finding import Finding


class _Names(NamedTuple):
    """What exists under a name, and what is created for nobody: probably under the wrong name."""

    consumers: frozenset[tuple[str, str]]
    streams: frozenset[str]
    unused: tuple[Creation, ...]


def mismatches(claims: Sequence[Claim], creations: Sequence[Creation]) -> Iterator[Finding]:
    """Yield a warning for each stream or consumer of a claim that only resembles what a manifest creates for nobody."""
    if not creations:
        return
    names = _names(claims, creations)
    for claim in claims:
        for use in claim.links.consumptions:
            yield from _mismatch(claim, use, names)


def _names(claims: Sequence[Claim], creations: Sequence[Creation]) -> _Names:
    uses = {(use.stream, use.consumer) for claim in claims for use in claim.links.consumptions}
    streams = {stream for stream, _ in uses}
    unused = (
        found
        for found in creations
        if ((found.stream, found.consumer) not in uses if found.consumer else found.stream not in streams)
    )
    return _Names(
        frozenset((found.stream, found.consumer) for found in creations if found.consumer),
        frozenset(found.stream for found in creations),
        tuple(unused),
    )


def _mismatch(claim: Claim, use: Consumption, names: _Names) -> Iterator[Finding]:
    if (use.stream, use.consumer) in names.consumers:
        return
    consumers = {found.consumer: found for found in names.unused if found.consumer and found.stream == use.stream}
    near = closest_match(use.consumer, consumers) or (next(iter(consumers)) if len(consumers) == 1 else None)
    elsewhere = next((found for found in names.unused if found.consumer == use.consumer), None)
    streams = {found.stream: found for found in names.unused if found.consumer is None}
    if near:
        found = consumers[near]
        created = f"creates consumer {shown(near)} on stream {shown(use.stream)}"
        yield _finding(claim, f"{use.path}.consumer", found, created, use.consumer, near)
    elif elsewhere:
        created = f"creates consumer {shown(use.consumer)} on stream {shown(elsewhere.stream)}"
        yield _finding(claim, f"{use.path}.stream", elsewhere, created, use.stream, elsewhere.stream)
    elif use.stream not in names.streams and (like := closest_match(use.stream, streams)):
        yield _finding(claim, f"{use.path}.stream", streams[like], f"creates stream {shown(like)}", use.stream, like)


def _finding(claim: Claim, path: str, found: Creation, created: str, got: str, wanted: str) -> Finding:
    message = describe(f"{found.mark} {created}", got=shown(got), hint="use the same name in both")
    return claim.finding(path, "EP502", message, found.mark, suggestion=wanted)
