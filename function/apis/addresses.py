"""The addresses in a spec: none may point to the machine that uses it, and no setting changes that."""

from collections.abc import Iterator

from function.apis.marked import marked_texts
from function.base.addresses import refusal
from function.base.marks import Address
from function.base.model import Spec
from function.base.problems import Problem, describe


def refused(spec: Spec, path: str) -> Iterator[Problem]:
    """Yield a problem for each forbidden address in `spec`, at any depth."""
    for where, _, address in marked_texts(spec, path, Address):
        if reason := refusal(address):
            message = describe(reason, hint="use the DNS name of a Service, such as nats.nats.svc")
            yield Problem(path=where, message=message, code="EP225")
