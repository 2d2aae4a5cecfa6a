"""A literal text that may be a secret, although neither its form nor its name says so."""

from collections.abc import Iterator

from function.apis.doubt import Doubt
from function.apis.event_driven_service.literals import literals
from function.apis.event_driven_service.resolve import Resolved
from function.base.credentials.evidence import evidence


def _random(resolved: Resolved) -> Iterator[str]:
    for path, key, text in literals(resolved.spec):
        if evidence(text, key) == "entropy":
            yield path


DOUBT = Doubt(
    code="EP333",
    field="spec.env",
    message="looks like a secret, because its characters are random",
    hint="if it is one, put it into a Secret, and map its key in spec.secretRefs",
    find=_random,
)
