"""One call: request bytes in, response bytes and a summary out. A bug anywhere inside becomes a fatal result."""

from collections.abc import Callable
from typing import Any, TypeAlias

from function.base.manifest import Json, text_at
from function.base.outcome import Outcome
from function.base.problems import errors, warnings
from function.base.request import Request
from function.base.summary import Change, Summary
from function.base.undecoded import UndecodableError
from function.crash import crash_of
from function.refused import crashed, rejected, too_large
from function.render import render as render_composite
from function.status import size
from function.status.change import change
from function.wire import request, response

Render: TypeAlias = Callable[[Request], Outcome]

_LONGEST_NAME = 100


def answer(data: bytes, render: Render = render_composite, *, send_bytes: int = size.LARGEST) -> tuple[bytes, Summary]:
    """Return the response to a RunFunctionRequest, and its summary; raises only request.MalformedRequestError.

    `send_bytes` is the size of the largest response that the server can send.
    """
    envelope = request.parse(data)
    xr: Json = None
    crash = None
    try:
        values = request.values(envelope)
        xr = values.request.xr
        outcome, built = _answer(envelope, values, render, min(send_bytes, size.LARGEST))
    except Exception as error:
        crash = crash_of(error)
        outcome = crashed(crash.incident)
        built = response.build(envelope, outcome, {})
    summary = Summary(
        tag=_cut(envelope.meta.tag),
        kind=_cut(text_at(xr, "kind")),
        name=_cut(text_at(xr, "metadata", "name")),
        namespace=_cut(text_at(xr, "spec", "claimRef", "namespace") or text_at(xr, "metadata", "namespace")),
        claim=_cut(text_at(xr, "spec", "claimRef", "name")),
        fatal_codes=tuple(sorted({problem.code for problem in errors(outcome.problems)})),
        resources=len(outcome.resources),
        warnings=len(warnings(outcome.problems)),
        request_bytes=len(data),
        response_bytes=len(built),
        change=_change(xr, outcome),
        advice=size.advice(len(built)),
        crash=crash,
    )
    return built, summary


def _answer(envelope: Any, values: request.Values, render: Render, largest: int) -> tuple[Outcome, bytes]:
    outcome = rejected(values.problems) if values.problems else render(values.request)
    try:
        built = response.build(envelope, outcome, values.desired)
    except UndecodableError as error:  # an observed resource that is passed on is first read here
        outcome = rejected([error.problem])
        built = response.build(envelope, outcome, values.desired)
    refusal = size.too_large(len(built), largest)
    if refusal is None:
        return outcome, built
    outcome = too_large(refusal)
    return outcome, response.refusal(envelope, outcome)


def _change(xr: Json, outcome: Outcome) -> Change | None:
    try:
        return change(xr, outcome.conditions)
    except UndecodableError:
        return change({}, outcome.conditions)  # an earlier status that cannot be read tells nothing


def _cut(name: str) -> str:
    """Truncate a name, so that callers cannot write log lines of unlimited length."""
    return name[:_LONGEST_NAME]
