"""The model of InfraBinding: logical names of an L5 infrastructure binding and what they refer to."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from function.apis.infra_binding.carried import Carried, carried
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.member import Member
from function.apis.infra_binding.secret_refs import SecretRef, refs_in
from function.apis.infra_binding.sections import SECTIONS
from function.apis.infra_binding.sections.completions import AnyCompletion
from function.apis.infra_binding.sections.dead_letters import AnyDeadLetter
from function.apis.infra_binding.sections.secret_stores import AnySecret
from function.apis.infra_binding.sections.streams import AnyStream
from function.base.rule import Rule
from function.base.secret_reference_cel import secret_reference_cel
from function.base.suggestion import closest_match
from function.base.types import Environment, FreeText, L5Version, LogicalName

Streams = Annotated[dict[LogicalName, AnyStream], Field(max_length=64)]
DeadLetters = Annotated[dict[LogicalName, AnyDeadLetter], Field(max_length=64)]
Completions = Annotated[dict[LogicalName, AnyCompletion], Field(max_length=64)]


def _refers_to_secrets(section: str, annotation: Any) -> Rule:
    """Return the rule that references in a section name secrets of the binding."""

    def unknown(binding: "InfraBinding") -> Iterator[tuple[str, str]]:
        for ref in binding.secret_refs():
            if ref.path.startswith(f"{section}.") and ref.name not in binding.secrets:
                best = closest_match(ref.name, binding.secrets)
                yield ref.path, f"'{ref.name}'" + (f"; did you mean '{best}'?" if best else "")

    return Rule(
        cel=secret_reference_cel(section, annotation),
        message="a secret reference must name an entry of spec.secrets",
        field=section,
        holds=lambda binding: not list(unknown(binding)),
        places=unknown,
        code="EP410",
    )


def _without_target(binding: "InfraBinding") -> Iterator[tuple[str, str]]:
    for name, target in ((name, stream.completion_target) for name, stream in binding.streams.items()):
        if target is not None and target not in binding.completions:
            best = closest_match(target, binding.completions)
            path = f"streams.{name}.completion.target"
            yield path, f"'{target}'" + (f"; did you mean '{best}'?" if best else "")


class InfraBinding(Binding):
    """Logical names of a stream process, bound to the infrastructure of one environment."""

    rules = (
        Rule(
            cel="!has(self.extends)",
            message="extends is not supported: a binding must be complete",
            hint="print the complete claim with platformctl bindings wrap FILE --name NAME --namespace NAMESPACE",
            field="extends",
            reason="FieldValueForbidden",
            holds=lambda binding: binding.extends is None,
            code="EP404",
        ),
        _refers_to_secrets("streams", Streams),
        _refers_to_secrets("dead_letters", DeadLetters),
        _refers_to_secrets("completions", Completions),
        Rule(
            cel="!has(self.streams) || self.streams.all(name, !has(self.streams[name].completion) || "
            "!has(self.streams[name].completion.target) || "
            "(has(self.completions) && self.streams[name].completion.target in self.completions))",
            message="the target of a completion must name an entry of spec.completions",
            field="streams",
            holds=lambda binding: not list(_without_target(binding)),
            places=_without_target,
            code="EP418",
        ),
    )

    version: L5Version
    """Version of the L5 format, in quotes."""
    environment: Environment
    """Environment to which the binding applies."""
    description: FreeText | None = None
    """Description of the binding. It becomes an annotation of its document."""
    extends: FreeText | None = None
    """Parent document, only in .infra files: a claim must be complete. platformctl bindings wrap merges the files."""
    streams: Streams = {}
    """Sources and sinks of events, by logical name."""
    dead_letters: DeadLetters = {}
    """Destinations of events that cannot be processed, by logical name."""
    completions: Completions = {}
    """Destinations of reports that a transaction is complete, by logical name."""
    secrets: Annotated[dict[LogicalName, AnySecret], Field(max_length=64)] = {}
    """Locations of secrets, by logical name. A binding never contains their values."""
    lookups: Carried = {}
    """Stores of reference data, by logical name. Nothing is created for them yet; the document contains them."""
    checkpoints: Carried = {}
    """Storage of checkpoints, by logical name. Nothing is created for it yet; the document contains it."""
    state_backends: Carried = {}
    """State backends, by name. Nothing is created for them yet; the document contains them."""
    resources: Carried = {}
    """Compute resources, by process. Nothing is created for them yet; the document contains them."""
    monitoring: Carried = {}
    """Metrics, tracing, logging, and alerts. Nothing is created for them yet; the document contains them, also unknown
    fields, which only the function and platformctl report."""
    deployment: Carried = {}
    """Target of the deployment. Nothing is created for it yet; the document contains it, also unknown fields, which
    only the function and platformctl report."""
    infrastructure: Carried = {}
    """How the infrastructure is provisioned. Nothing is created for it yet; the document contains it, also unknown
    fields, which only the function and platformctl report."""

    def members(self) -> Iterator[tuple[str, str, Member]]:
        """Yield section, logical name and entry: sections in the order of the fields, names sorted."""
        for section in type(self).model_fields:
            if section in SECTIONS:
                for name, member in sorted(getattr(self, section).items()):
                    yield section, name, member

    def secret_refs(self) -> Iterator[SecretRef]:
        """Yield the references to secrets in the entries, with their paths below `spec`."""
        for section, name, member in self.members():
            yield from refs_in(member.model_dump(exclude_none=True), f"{section}.{name}")
        yield from (ref for ref in self.carried_refs() if ref.name in self.secrets)

    def carried_refs(self) -> Iterator[SecretRef]:
        """Yield the references in sections that are carried as they are; no schema checks their names."""
        for section, content in carried(self):
            yield from refs_in(content, section)
