"""Services that read one durable consumer, and so take each other's messages."""

from collections.abc import Iterator, Sequence

from function.base.problems import describe, shown
from function.check.cross.mark import Claim, Mark
from function.check.finding import Finding


def shared(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Yield a warning about each service whose consumer another one, further up in the tree, reads as well."""
    readers: dict[tuple[str, ...], Mark] = {}
    for claim in claims:
        for use in claim.links.consumptions:
            if not use.reads:
                continue
            path = f"{use.path}.consumer"
            key = (use.stream, use.consumer, *use.server)
            if key not in readers:
                readers[key] = claim.mark(path)
                continue
            message = describe(
                f"{readers[key]} reads the same consumer of stream {shown(use.stream)}, so each message reaches only "
                "one of the two services",
                got=shown(use.consumer),
                hint="give each service its own consumer",
            )
            yield claim.finding(path, "EP501", message, readers[key])
