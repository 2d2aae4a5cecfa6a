"""A literal text that may be a secret, although it has no known form."""

from collections.abc import Iterator

from function.apis.doubt import Doubt
from function.apis.event_driven_service.resolve import Resolved
from function.apis.marked import marked_texts
from function.base.credentials import is_credential, looks_random
from function.base.marks import MayHoldSecret


def _random(resolved: Resolved) -> Iterator[str]:
    for path, text in marked_texts(resolved.spec, "spec", MayHoldSecret):
        if looks_random(text) and not is_credential(text):
            yield path


DOUBT = Doubt(
    code="EP333",
    field="spec.env",
    message="looks like a secret, because its characters are random",
    hint="if it is one, put it into a Secret, and map its key in spec.secretRefs",
    find=_random,
)
