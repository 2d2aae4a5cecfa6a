"""The addresses in a spec: none may point to the machine that uses it, and no setting changes that."""

from collections.abc import Iterator
from functools import cache

from function.apis.marked import marked_texts
from function.base.addresses import refusal
from function.base.marks import Address
from function.base.model import Spec
from function.base.problems import Problem, describe


def refused(spec: Spec, path: str) -> Iterator[Problem]:
    """Yield a problem for each forbidden address in `spec`, at any depth."""
    judged = cache(refusal)  # once for each address: the entries of a binding repeat it
    for where, _, address in marked_texts(spec, path, Address):
        if reason := judged(address):
            message = describe(reason, hint="use the DNS name of a Service, such as nats.nats.svc")
            yield Problem(path=where, message=message, code="EP225")
