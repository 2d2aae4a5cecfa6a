"""The addresses of a spec: whatever the platform allows, none of them may lead to a machine's own services."""

from collections.abc import Iterator, Mapping

from function.base.addresses import refusal
from function.base.alternatives import Alternative
from function.base.leading import leading
from function.base.marks import Address
from function.base.model import Spec
from function.base.problems import Problem, describe, join


def refused(spec: Spec, path: str) -> Iterator[Problem]:
    """Yield a problem for each address in `spec`, or anywhere below it, that no claim may name."""
    for name, shown in leading(type(spec), _is_address):
        yield from _refused(getattr(spec, name, None), join(path, shown))


def _refused(value: object, path: str) -> Iterator[Problem]:
    """Yield the problems of what leads to addresses: a string is one."""
    if isinstance(value, Spec):
        yield from refused(value, path)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _refused(item, join(path, key))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _refused(item, join(path, position))
    elif isinstance(value, str) and (reason := refusal(value)):
        message = describe(reason, hint="use the DNS name of a Service, such as nats.nats.svc")
        yield Problem(path=path, message=message, code="EP225")


def _is_address(alternative: Alternative) -> bool:
    return any(isinstance(mark, Address) for mark in alternative.marks)
