"""Decoding of a response, as far as a plan needs it."""

from typing import Any

from crossplane.function.proto.v1 import run_function_pb2 as protocol
from google.protobuf.message import DecodeError

from function.base.outcome import Composed, Outcome, Requirement
from function.base.problems import Problem
from function.base.undecoded import UndecodableError
from function.client import CallError
from function.wire.decode import decode
from function.wire.envelope import RunFunctionResponse


def received(data: bytes) -> Outcome:
    """Return resources, requirements, and errors of a response; raises CallError."""
    try:
        message = RunFunctionResponse.FromString(data)
        resources = {key: _composed(message.desired.resources[key]) for key in sorted(message.desired.resources)}
    except (DecodeError, UndecodableError):
        raise CallError("its answer is not a RunFunctionResponse") from None
    fatal = [result.message for result in message.results if result.severity == protocol.SEVERITY_FATAL]
    problems = tuple(Problem(path="", message=line, code="") for text in fatal for line in text.splitlines())
    wanted = message.requirements.resources
    return Outcome(
        resources={} if problems else resources,
        requirements={name: _requirement(wanted[name]) for name in sorted(wanted)},
        problems=problems,
    )


def _composed(resource: Any) -> Composed:
    return Composed(decode(resource.resource), ready=resource.ready == protocol.READY_TRUE)


def _requirement(selector: Any) -> Requirement:
    return Requirement(
        api_version=selector.api_version,
        kind=selector.kind,
        namespace=selector.namespace,
        name=selector.match_name,
        labels=dict(selector.match_labels.labels),
    )
