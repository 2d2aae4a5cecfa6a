"""A rule between fields: judged here in Python and by the API server in CEL, with one message for both."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from function.base.problems import Place

Reason = Literal["FieldValueInvalid", "FieldValueRequired", "FieldValueForbidden"]
"""Kubernetes knows FieldValueDuplicate too, but the API server then drops the message."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What a structural schema cannot say about one object.

    `cel` is evaluated with `self` at the object and must guard each field it reads with `has()`; `holds` is the same in
    Python, on the validated model. `field` is the path below the object that a finding names, "" for the object itself.
    """

    cel: str
    message: str
    holds: Callable[[Any], bool]
    field: str = ""
    reason: Reason = "FieldValueInvalid"
    code: str = "EP201"
    got: Callable[[Any], str] | None = None
    """What to print after "got", where that helps and is no secret."""
    places: Callable[[Any], Iterable[tuple[str, str]]] | None = None
    """Paths below the object and what to print after "got" there, where we can be more exact than an API server."""
    breaks: Callable[[Any], Place] | None = None
    """What to point at in a file, below the object, where `field` holds more than that."""
