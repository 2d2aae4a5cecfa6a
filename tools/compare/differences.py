"""What differs between two answers, in one line that similar differences share."""

import re
from typing import Any

from crossplane.function.proto.v1 import run_function_pb2 as protocol
from google.protobuf.message import DecodeError

from function.wire.envelope import RunFunctionResponse

_VARIABLE = re.compile(r"'[^']*'|\[[0-9]+\]|[0-9]{2,}|(?<=: ).{60,}")
_PARTS = ("meta", "desired", "results", "context", "requirements", "conditions")


def difference(old: bytes, new: bytes) -> str:
    """Return how two different answers differ: what is fatal in them, else which parts of them are others."""
    before, after = _parsed(old), _parsed(new)
    if before is None or after is None:
        return f"{_text(old)} -> {_text(new)}" if before is after is None else "only one of them is an answer"
    fatal = _fatal(before), _fatal(after)
    if fatal[0] != fatal[1]:
        return f"{fatal[0]} -> {fatal[1]}"
    return f"other: {', '.join(part for part in _PARTS if getattr(before, part) != getattr(after, part))}"


def _parsed(data: bytes) -> Any:
    try:
        return RunFunctionResponse.FromString(data)
    except DecodeError:
        return None


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _fatal(response: Any) -> str:
    """Return the fatal result without names and numbers, so that one cause makes one line."""
    fatal = [result.message for result in response.results if result.severity == protocol.SEVERITY_FATAL]
    return _VARIABLE.sub("…", fatal[0].replace("\n", " | ")) if fatal else "resources"
