"""The model of InfraBinding: logical names of an L5 infrastructure binding and what they stand for."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.member import Member
from function.apis.infra_binding.secret_refs import SecretRef, refs_in
from function.apis.infra_binding.sections import SECTIONS
from function.apis.infra_binding.sections.secret_stores import AnySecret
from function.apis.infra_binding.sections.streams import AnyStream
from function.base.rule import Rule
from function.base.secret_reference_cel import secret_reference_cel
from function.base.suggestion import closest_match
from function.base.types import Environment, FreeText, L5Version, LogicalName

Streams = Annotated[dict[LogicalName, AnyStream], Field(max_length=64)]


def _unknown(binding: "InfraBinding") -> Iterator[tuple[str, str]]:
    """Yield place and name of each reference to a secret that the binding does not have."""
    for found in binding.secret_refs():
        if found.name not in binding.secrets:
            near = closest_match(found.name, binding.secrets)
            yield found.path, f"'{found.name}'" + (f"; did you mean '{near}'?" if near else "")


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
        Rule(
            cel=secret_reference_cel("streams", Streams),
            message="a reference must name an entry of spec.secrets",
            field="streams",
            holds=lambda binding: not list(_unknown(binding)),
            places=_unknown,
            code="EP410",
        ),
    )

    version: L5Version
    """Version of the L5 format, in quotes."""
    environment: Environment
    """Environment that the binding is for."""
    description: FreeText | None = None
    """What the binding is for; becomes an annotation of its document."""
    extends: FreeText | None = None
    """Parent document; refused, since only whole bindings are applied."""
    streams: Streams = {}
    """Sources and sinks of events by logical name."""
    secrets: Annotated[dict[LogicalName, AnySecret], Field(max_length=64)] = {}
    """Where secrets are kept, by logical name; values are never part of a binding."""

    def members(self) -> Iterator[tuple[str, str, Member]]:
        """Yield section, logical name and entry: sections in the order of the fields, names sorted."""
        for section in type(self).model_fields:
            if section in SECTIONS:
                for name, member in sorted(getattr(self, section).items()):
                    yield section, name, member

    def secret_refs(self) -> Iterator[SecretRef]:
        """Yield the references to secrets that the entries hold, by their paths below the binding."""
        for section, name, member in self.members():
            yield from refs_in(member.model_dump(exclude_none=True), f"{section}.{name}")
