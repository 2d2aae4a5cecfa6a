"""A rule between fields: checked in Python here and in CEL by the API server, with the same message."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from function.base.one_of import OneOf
from function.base.problems import Place, describe

Reason = Literal["FieldValueInvalid", "FieldValueRequired", "FieldValueForbidden"]
"""Kubernetes also has FieldValueDuplicate, but the API server then drops the message."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A constraint on one object that a structural schema cannot express.

    In `cel`, `self` is the object, and every field that is read must be guarded with `has()`; `holds` is the same check
    in Python, on the validated model. `field` is the path that a finding names, below the object; "" is the object.
    """

    cel: str
    message: str
    """What is wrong, without what to do about it."""
    holds: Callable[[Any], bool]
    hint: str = ""
    """What to do about it."""
    field: str = ""
    reason: Reason = "FieldValueInvalid"
    code: str = "EP201"
    got: Callable[[Any], str] | None = None
    """What to print after "got", if that helps and is not a secret."""
    places: Callable[[Any], Iterable[tuple[str, str]]] | None = None
    """Paths below the object, each with what to print after "got", if the function can be more exact than CEL."""
    breaks: Callable[[Any], Place] | None = None
    """The place in a file to report, below the object, if it is more precise than `field`."""
    one_of: OneOf | None = None
    """The same as alternatives, if it is about which fields are given; JSON Schema can say that too."""
    statement: str = ""
    """What documentation says instead of the message, which says only what is wrong."""

    def describe(self, got: str = "") -> str:
        """Return the whole message."""
        return describe(self.message, got=got, hint=self.hint)

    @property
    def stated(self) -> str:
        """The rule as documentation says it."""
        return self.statement or self.describe()
