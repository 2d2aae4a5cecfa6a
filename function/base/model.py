"""The base of every model of what users write."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from function.base.rule import Rule


class Spec(BaseModel):
    """An object of an API: unknown keys are refused, nothing is converted, the wire spelling is camelCase.

    A field's docstring is its description in the XRD, the JSON Schema and the reference page. `rules` hold between the
    fields of one object. A default here is the function's; the XRD carries none, so that it can change later.
    """

    model_config = ConfigDict(
        alias_generator=to_camel,
        extra="forbid",
        frozen=True,
        strict=True,
        use_attribute_docstrings=True,
        validate_by_alias=True,
        validate_by_name=False,
    )

    rules: ClassVar[tuple[Rule, ...]] = ()
    common_mistakes: ClassVar[Mapping[str, str]] = {}
    """Names from Kubernetes manifests that people write here by habit, and what to write instead."""
