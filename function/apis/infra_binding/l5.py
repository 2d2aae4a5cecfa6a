"""The base of models for L5 infrastructure bindings (`.infra` documents), in L5's own spelling."""

from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from function.base.int_or_string import IntOrString
from function.base.marks import MayHoldSecret, MayReferToSecret
from function.base.model import Spec
from function.base.types import ConfigKey


class Binding(Spec):
    """An object of a binding: field names are spelled as in L5, with underscores."""

    model_config = ConfigDict(alias_generator=None)


PropertyValue = Annotated[str, StringConstraints(max_length=1024), IntOrString(), MayReferToSecret()]
"""A client property; integers need no quotes."""

Properties = Annotated[dict[ConfigKey, PropertyValue], Field(max_length=64), MayHoldSecret()]
"""Client properties."""
