"""Claims that occur twice in a tree, of which kubectl would apply the last one."""

from collections.abc import Iterator, Sequence

from function.base.problems import describe
from function.check.cross.mark import Claim
from function.check.finding import Finding


def unique(claims: Sequence[Claim]) -> list[Claim]:
    """Return the first of those that are the same claim, and no composite of a claim that is there itself."""
    found: dict[tuple[str, str, str], Claim] = {}
    for claim in sorted(claims, key=lambda claim: claim.is_composite):
        found.setdefault(_identity(claim), claim)
    kept = set(map(id, found.values()))
    return [claim for claim in claims if id(claim) in kept]


def twice(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Yield a warning about each further document of a claim."""
    first = {_identity(claim): claim for claim in unique(claims)}
    for claim in claims:
        other = first[_identity(claim)]
        if claim is not other and claim.is_composite == other.is_composite:
            where = other.mark("metadata.name")
            message = describe(
                f"the same claim is in {where.file}:{where.range.line}",
                got=f"'{claim.links.name}' again",
                hint="remove one of them, or check each environment by itself",
            )
            yield claim.finding("metadata.name", "EP508", message, where)


def _identity(claim: Claim) -> tuple[str, str, str]:
    return claim.links.kind, claim.links.namespace, claim.links.name
