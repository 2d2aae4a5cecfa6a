"""The model of InfraBinding: logical names of an L5 infrastructure binding and what they stand for."""

from typing import Annotated

from pydantic import Field, StringConstraints

from function.base.fields import Text
from function.base.l5 import Binding, LogicalName
from function.base.rule import Rule
from function.secret_stores import AnySecret
from function.streams import AnyStream

Version = Annotated[str, StringConstraints(pattern="^[0-9]+[.][0-9]+$", max_length=16)]
Environment = Annotated[str, StringConstraints(pattern="^[a-z][-_a-z0-9]*$", max_length=63)]


class InfraBinding(Binding):
    """Logical names of a stream process, bound to the infrastructure of one environment."""

    rules = (
        Rule(
            cel="!has(self.extends)",
            message="extends is not supported: a binding is applied whole. merge its parent into it first",
            field="extends",
            reason="FieldValueForbidden",
            holds=lambda binding: binding.extends is None,
            code="EP404",
        ),
    )

    version: Version
    """Version of the L5 format, in quotes."""
    environment: Environment
    """Environment that the binding is for."""
    description: Text | None = None
    """What the binding is for; becomes an annotation of its document."""
    extends: Text | None = None
    """Parent document; refused, since only whole bindings are applied."""
    streams: Annotated[dict[LogicalName, AnyStream], Field(max_length=64)] = {}
    """Sources and sinks of events by logical name."""
    secrets: Annotated[dict[LogicalName, AnySecret], Field(max_length=64)] = {}
    """Where secrets are kept, by logical name; values are never part of a binding."""
