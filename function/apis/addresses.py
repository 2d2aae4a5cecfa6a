"""The addresses of a spec: whatever the platform allows, none of them may lead to a machine's own services."""

from collections.abc import Iterator, Mapping
from functools import cache

from function.base.addresses import refusal
from function.base.alternatives import Alternative, alternatives, members
from function.base.marks import Address
from function.base.model import Spec
from function.base.problems import Problem, describe, join


def refused(spec: Spec, path: str) -> Iterator[Problem]:
    """Yield a problem for each address in `spec`, or anywhere below it, that no claim may name."""
    yield from _refused(spec, path, address=False)


def _refused(value: object, path: str, *, address: bool) -> Iterator[Problem]:
    if isinstance(value, Spec):
        marked = _addresses(type(value))
        for name, info in type(value).model_fields.items():
            yield from _refused(getattr(value, name, None), join(path, info.alias or name), address=name in marked)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _refused(item, join(path, key), address=address)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _refused(item, join(path, position), address=address)
    elif address and isinstance(value, str) and (reason := refusal(value)):
        message = describe(reason, hint="use the DNS name of a Service, such as nats.nats.svc")
        yield Problem(path=path, message=message, code="EP225")


@cache
def _addresses(model: type[Spec]) -> frozenset[str]:
    """Return the fields that hold an address, or a list or map of addresses."""
    return frozenset(
        name
        for name, info in model.model_fields.items()
        if any(map(_is_address, alternatives(info.annotation, tuple(info.metadata))))
    )


def _is_address(alternative: Alternative) -> bool:
    return any(isinstance(mark, Address) for mark in alternative.marks) or any(map(_is_address, members(alternative)))
