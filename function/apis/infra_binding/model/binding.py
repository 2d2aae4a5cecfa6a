"""The model of InfraBinding: logical names of an L5 infrastructure binding and what they refer to."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.dapr.dapr import Dapr
from function.apis.infra_binding.deployment.targets import AnyTarget
from function.apis.infra_binding.flink.process import Process, ProcessName
from function.apis.infra_binding.infrastructure.infrastructure import Infrastructure
from function.apis.infra_binding.l5 import Binding, VariableName, VariableValue
from function.apis.infra_binding.member import Member
from function.apis.infra_binding.model.preflight import Preflight
from function.apis.infra_binding.model.references import COMPLETION_TARGETS, SIDECARS, refers_to_secrets, uses
from function.apis.infra_binding.model.uses import Uses
from function.apis.infra_binding.monitoring.monitoring import Monitoring
from function.apis.infra_binding.network_policies.network_policies import NetworkPolicies
from function.apis.infra_binding.not_secret import NotSecret
from function.apis.infra_binding.secret_refs import SecretRef, refs_in
from function.apis.infra_binding.sections import SECTIONS
from function.apis.infra_binding.sections.checkpoints import AnyCheckpoint
from function.apis.infra_binding.sections.completions import AnyCompletion
from function.apis.infra_binding.sections.dead_letters import AnyDeadLetter
from function.apis.infra_binding.sections.lookups import AnyLookup
from function.apis.infra_binding.sections.secret_stores import AnySecret
from function.apis.infra_binding.sections.services import AnyService
from function.apis.infra_binding.sections.state_backends import AnyStateBackend
from function.apis.infra_binding.sections.streams import AnyStream
from function.base.marks import MayHoldSecret
from function.base.rule import Rule
from function.base.types import Environment, FreeText, L5Version, LogicalName

Streams = Annotated[dict[LogicalName, AnyStream], Field(max_length=64)]
Lookups = Annotated[dict[LogicalName, AnyLookup], Field(max_length=64)]
DeadLetters = Annotated[dict[LogicalName, AnyDeadLetter], Field(max_length=64)]
Completions = Annotated[dict[LogicalName, AnyCompletion], Field(max_length=64)]
Services = Annotated[dict[LogicalName, AnyService], Field(max_length=16)]
Variables = Annotated[dict[VariableName, VariableValue], Field(max_length=64), MayHoldSecret()]


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
        refers_to_secrets("streams", Streams),
        refers_to_secrets("lookups", Lookups),
        refers_to_secrets("dead_letters", DeadLetters),
        refers_to_secrets("completions", Completions),
        refers_to_secrets("services", Services),
        refers_to_secrets("monitoring", Monitoring),
        refers_to_secrets("dapr", Dapr),
        COMPLETION_TARGETS,
        SIDECARS,
        uses("checkpoint", "checkpoints"),
        uses("state_backend", "state_backends"),
    )

    version: L5Version
    """Version of the L5 format, in quotes."""
    environment: Environment
    """Environment to which the binding applies."""
    description: FreeText | None = None
    """Description of the binding. It becomes an annotation of its document."""
    extends: FreeText | None = None
    """Parent document, only in .infra files: a claim must be complete. platformctl bindings wrap merges the files."""
    variables: Variables = {}
    """Values of variables, by name. Texts of the binding may contain ${NAME} or ${NAME:-default}."""
    uses: Annotated[dict[LogicalName, Uses], Field(max_length=64)] = {}
    """Logical names that each process uses, by process. A name without an entry is an error."""
    streams: Streams = {}
    """Sources and sinks of events, by logical name."""
    lookups: Lookups = {}
    """Stores of reference data, by logical name. They must exist."""
    dead_letters: DeadLetters = {}
    """Destinations of events that cannot be processed, by logical name."""
    completions: Completions = {}
    """Destinations of reports that a transaction is complete, by logical name."""
    secrets: Annotated[dict[LogicalName, AnySecret], Field(max_length=64)] = {}
    """Locations of secrets, by logical name. A binding never contains their values."""
    not_secret: NotSecret = {}
    """Values that are rejected because they look random, but are not secrets: the reason for each, by its path below
    spec, such as streams.auth_events.properties.client.id. The status repeats the reasons."""
    services: Services = {}
    """Databases and stores that the binding runs, by logical name. Their data outlives the binding."""
    checkpoints: Annotated[dict[LogicalName, AnyCheckpoint], Field(max_length=64)] = {}
    """Storage of checkpoints, by logical name."""
    state_backends: Annotated[dict[LogicalName, AnyStateBackend], Field(max_length=64)] = {}
    """How jobs keep their state, by logical name."""
    resources: Annotated[dict[ProcessName, Process], Field(max_length=64)] = {}
    """Processes and their compute resources. `_defaults` has values for all of them."""
    monitoring: Monitoring | None = None
    """Metrics, traces, logs, and alerts of the processes."""
    dapr: Dapr | None = None
    """Components of Dapr, and how applications use them."""
    network_policies: NetworkPolicies | None = None
    """Which traffic the pods of the namespace may accept and start. Default: any, unless others limit it."""
    deployment: AnyTarget | None = None
    """Where processes run. Default: elsewhere; the document has the configuration of each process."""
    infrastructure: Infrastructure | None = None
    """What runs the processes, and how it is provisioned. Only a Workspace is created for it, on request; the
    document contains it."""
    preflight: Preflight | None = None
    """What a Job checks once for each document, before processes are started. Default: nothing."""

    def members(self) -> Iterator[tuple[str, str, Member]]:
        """Yield section, logical name and entry: sections in the order of the fields, names sorted."""
        for section in type(self).model_fields:
            if section in SECTIONS:
                for name, member in sorted(getattr(self, section).items()):
                    yield section, name, member
        if self.dapr is not None:
            yield from self.dapr.members()

    @cached_property
    def secret_refs(self) -> tuple[SecretRef, ...]:
        """Return the references to secrets in the entries, with their paths below `spec`; several rules read them."""
        return (
            *(
                ref
                for section, name, member in self.members()
                # of an invalid binding, parts may be missing, about which pydantic would warn
                for ref in refs_in(member.model_dump(exclude_none=True, warnings=False), f"{section}.{name}")
            ),
            *self._monitoring_refs(),
            *(ref for ref in self.described_refs() if ref.name in self.secrets),
        )

    def _monitoring_refs(self) -> Iterator[SecretRef]:
        return _refs(self.monitoring, "monitoring")

    def described_refs(self) -> Iterator[SecretRef]:
        """Yield the references in sections in which any text may be one; no schema checks their names."""
        yield from _refs(self.deployment, "deployment")
        yield from _refs(self.infrastructure, "infrastructure")


def _refs(section: Binding | None, path: str) -> Iterator[SecretRef]:
    if section is not None:
        # of an invalid binding, parts may be missing, about which pydantic would warn
        yield from refs_in(section.model_dump(exclude_none=True, warnings=False), path)
