"""One call: request bytes in, response bytes out. Whatever goes wrong inside becomes a fatal result."""

import traceback
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

import structlog

from function.base.manifest import text_at
from function.base.outcome import Outcome
from function.base.problems import Problem
from function.base.request import Request
from function.render import crashed, rejected
from function.render import render as render_composite
from function.status import size
from function.wire import request, response

Render: TypeAlias = Callable[[Request], Outcome]

_log = structlog.get_logger()


def answer(data: bytes, render: Render = render_composite) -> bytes:
    """Return the response to a RunFunctionRequest; raises only request.MalformedRequestError."""
    envelope = request.parse(data)
    try:
        return _answer(envelope, render)
    except Exception as error:
        places = list(_places(error))
        incident = _incident(places)
        # neither the message of the exception nor any local: both may hold what the request held
        _log.error("cannot answer", incident=incident, tag=_cut(envelope.meta.tag), traceback=places)
        return response.build(envelope, crashed(incident), {})


def _answer(envelope: Any, render: Render) -> bytes:
    try:
        values = request.values(envelope)
    except request.UnreadableRequestError as unreadable:
        return response.build(envelope, rejected(unreadable.problems), {})
    outcome = render(values.request)
    answered = response.build(envelope, outcome, values.desired)
    refusal, advice = size.too_large(len(answered)), size.advice(len(answered))
    if refusal is not None:
        return response.build(envelope, rejected([Problem(path="", message=refusal, code="EP320")]), {})
    if advice is not None:
        _log.warning("the answer is large", tag=_cut(envelope.meta.tag), advice=advice)
    _log.debug(
        "answered",
        tag=_cut(envelope.meta.tag),
        kind=_cut(text_at(values.request.xr, "kind")),
        name=_cut(text_at(values.request.xr, "metadata", "name")),
        fatal=outcome.fatal is not None,
    )
    return answered


def _cut(name: str) -> str:
    """Return what is logged of a name: no caller can write lines of any length."""
    return name[:100]


def _places(error: BaseException | None) -> Iterator[str]:
    """Yield the types of an exception and its causes, each followed by where it passed, outermost first."""
    while error is not None:
        yield type(error).__qualname__
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _incident(places: Sequence[str]) -> str:
    """Return an id that the same bug has on every call: a new one in a condition would wake the composite for ever."""
    return sha256("\n".join(dict.fromkeys(places)).encode()).hexdigest()[:12]
