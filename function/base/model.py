"""The base class of all models of user input."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from function.base.rule import Rule


class Spec(BaseModel):
    """An object of an API: unknown fields are rejected, values are not converted, and field names are camelCase.

    A field's docstring is its description in the XRD, the JSON Schema and the reference page. `rules` relate the
    fields of one object. Defaults are applied by the function; the XRD has none, so that they can change later.
    """

    model_config = ConfigDict(
        alias_generator=to_camel,
        extra="forbid",
        frozen=True,
        strict=True,
        validate_by_alias=True,
        validate_by_name=False,
    )

    rules: ClassVar[tuple[Rule, ...]] = ()
    common_mistakes: ClassVar[Mapping[str, str]] = {}
    """Field names that users often copy from Kubernetes manifests, each with the field to use instead."""
