"""The base class of all models of user input."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from function.base.habit import Habit
from function.base.rule import Rule


class Spec(BaseModel):  # noqa: PLW1641 - pydantic adds the hash of frozen models
    """An object of an API: unknown fields are rejected, values are not converted, and field names are camelCase.

    A field's docstring is its description in the XRD, the JSON Schema and the reference page. `rules` relate the
    fields of one object. Defaults are applied by the function; the XRD has none, so that they can change later.
    """

    model_config = ConfigDict(
        alias_generator=to_camel,
        defer_build=True,  # a validator is built when it is first used, and then once for all models below it
        extra="forbid",
        frozen=True,
        strict=True,
        validate_by_alias=True,
        validate_by_name=False,
    )

    rules: ClassVar[tuple[Rule, ...]] = ()
    habits: ClassVar[Mapping[str, Habit]] = {}
    """Names that are no fields of this object, but that users expect."""
    shape: ClassVar[str] = ""
    """A valid value in YAML's flow style, for objects whose required fields alone are not valid."""

    def __eq__(self, other: object) -> bool:
        """Return whether the fields are equal; a field that is not set has its default itself, which needs no look."""
        return self is other or super().__eq__(other)

    def __deepcopy__(self, _memo: dict[int, Any] | None = None) -> Self:
        """Return the object itself: pydantic copies a default that holds a list or a map, and nobody changes either."""
        return self
