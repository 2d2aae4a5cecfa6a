"""The base of what an L5 infrastructure binding (`.infra` document) holds, in L5's own spelling."""

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema

from function.base.model import Spec


class Binding(Spec):
    """An object of a binding: keys are spelled as L5 has them, with underscores."""

    model_config = ConfigDict(alias_generator=None)


def _text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


PropertyValue = Annotated[
    str,
    StringConstraints(max_length=1024),
    BeforeValidator(_text),
    WithJsonSchema({"x-kubernetes-int-or-string": True, "maxLength": 1024}),
]
"""A client property; whole numbers may stand without quotes."""
