"""A literal text that may be a secret, although neither its form nor its name says so."""

from collections.abc import Iterator

from function.apis.doubt import Doubt
from function.apis.event_driven_service.resolve import Resolved


def _random(resolved: Resolved) -> Iterator[str]:
    return (path for path, found in resolved.suspects if found == "entropy")


DOUBT = Doubt(
    code="EP333",
    field="spec.env",
    message="looks like a secret, because its characters are random",
    hint="if it is one, put it into a Secret, and map its key in spec.secretRefs",
    find=_random,
)
