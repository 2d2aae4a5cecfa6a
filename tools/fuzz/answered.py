"""The function's answer to request bytes, held against every invariant."""

from collections.abc import Mapping
from typing import Any

from crossplane.function.proto.v1 import run_function_pb2 as protocol

from function.base.manifest import Json, Manifest, at, mapping_at, text_at
from function.base.summary import Summary
from function.base.undecoded import UndecodableError
from function.fn import answer
from function.wire.decode import decode
from function.wire.envelope import RunFunctionRequest, RunFunctionResponse
from function.wire.request import MalformedRequestError
from tools.fuzz.invariants import Violation, printed_safely, same, secretless, timed

_ALWAYS = {"EventDrivenService": {"serviceaccount", "deployment", "service"}, "InfraBinding": {"document"}}
_OPTIONAL = {"scaledobject", "poddisruptionbudget", "podmonitor", "servicemonitor"}
"""Written down here and not asked of the code, so that a key that it forgets is found."""


def answered(data: bytes, *, canary: str = "") -> bytes | None:
    """Return the answer, None for bytes that are no request; raises Violation. No `canary` means none was planted."""
    first = timed(lambda: _answer(data))
    same(first, _answer(data))
    if first is None:
        return None
    built, summary = first
    if summary.crash is not None:
        raise Violation(f"no crash: incident {summary.crash.incident}", str(summary.crash.places))
    response = RunFunctionResponse.FromString(built)
    printed_safely([*(part.message for part in response.conditions), *(part.message for part in response.results)])
    if canary:
        secretless(f"{summary}{built.decode('utf-8', 'replace')}", canary)
    _nothing_dropped(RunFunctionRequest.FromString(data), response)
    return built


def _answer(data: bytes) -> tuple[bytes, Summary] | None:
    try:
        return answer(data)
    except MalformedRequestError:
        return None


def _nothing_dropped(request: Any, response: Any) -> None:
    """Raise Violation where an answer that Crossplane applies lacks an observed resource that is ours."""
    if any(result.severity == protocol.SEVERITY_FATAL for result in response.results):
        return
    xr = _composite(request)
    desired = set(response.desired.resources)
    kind = text_at(xr, "kind").removeprefix("X")  # before the settings are known, any kind has such an answer
    guarded = _ALWAYS.get(kind, set()) | _OPTIONAL
    for key in sorted(guarded & set(request.observed.resources) - desired):
        if not _may_go(key, mapping_at(xr, "spec"), desired | _looked_for(response)):
            raise Violation("no drop", f"{key} is observed and not desired")


def _looked_for(response: Any) -> set[str]:
    """Return the monitors while nothing is created, until it is known what exists: one may replace the other."""
    waits = any(name.startswith("existing/") for name in response.requirements.resources)
    return {"podmonitor", "servicemonitor"} if waits else set()


def _composite(request: Any) -> Manifest:
    try:
        return decode(request.observed.composite.resource)
    except UndecodableError as error:
        raise Violation("no guess", "an undecodable composite has an answer that is not fatal") from error


def _may_go(key: str, spec: Mapping[str, Json], desired: set[str]) -> bool:
    """Return whether the spec does without the resource; written anew here, so that a mistake there is found."""
    metrics = at(spec, "metrics", "enabled") is True or (at(spec, "metrics") and at(spec, "metrics", "enabled") is None)
    return {
        "scaledobject": at(spec, "scaling", "enabled") is False,
        "poddisruptionbudget": at(spec, "disruptionBudget") is None,
        "podmonitor": not metrics or "servicemonitor" in desired,
        "servicemonitor": not metrics or "podmonitor" in desired,
    }.get(key, False)
