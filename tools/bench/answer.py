"""What a function answers, read from the bytes of its response."""

from collections.abc import Mapping
from dataclasses import dataclass

from crossplane.function.proto.v1 import run_function_pb2 as protocol

from function.base.manifest import Json, Manifest, mapping_at
from tools.bench.wire import plain


class UnusableError(Exception):
    """An answer with which nothing can be measured."""


@dataclass(frozen=True)
class Answer:
    """The composed resources and those of them that are ready, the status, the conditions, and what is asked for."""

    resources: dict[str, Manifest]
    ready: frozenset[str]
    status: Mapping[str, Json]
    conditions: tuple[Manifest, ...]
    required: tuple[str, ...]


def read(data: bytes) -> Answer:
    """Return the answer; raises UnusableError if it is fatal."""
    response = protocol.RunFunctionResponse.FromString(data)
    fatal = [result.message for result in response.results if result.severity == protocol.SEVERITY_FATAL]
    if fatal:
        raise UnusableError(f"the answer is fatal: {fatal[0]}")
    resources = response.desired.resources
    return Answer(
        resources={key: plain(resources[key].resource) for key in sorted(resources)},
        ready=frozenset(key for key in resources if resources[key].ready == protocol.READY_TRUE),
        status=mapping_at(plain(response.desired.composite.resource), "status"),
        conditions=tuple(
            {
                "type": condition.type,
                "status": protocol.Status.Name(condition.status).removeprefix("STATUS_CONDITION_").title(),
                "reason": condition.reason,
                "message": condition.message,
            }
            for condition in response.conditions
        ),
        required=tuple(sorted({*response.requirements.resources, *response.requirements.extra_resources})),
    )
