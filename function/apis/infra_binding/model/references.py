"""Rules of a binding for names that refer to other entries: of secrets and of completions."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from function.apis.infra_binding.dapr.dapr import Dapr
from function.apis.infra_binding.flink.process import Process
from function.apis.infra_binding.member import Member
from function.apis.infra_binding.named import got
from function.apis.infra_binding.secret_refs import SecretRef
from function.apis.infra_binding.sections.streams import Stream
from function.base.rule import Rule
from function.base.secret_reference_cel import secret_reference_cel


class _Binding(Protocol):
    """What the rules read of a binding."""

    streams: Mapping[str, Stream]
    completions: Mapping[str, Member]
    secrets: Mapping[str, Member]
    resources: Mapping[str, Process]
    dapr: Dapr | None

    @property
    def secret_refs(self) -> tuple[SecretRef, ...]: ...


def refers_to_secrets(section: str, annotation: Any) -> Rule:
    """Return the rule that references in a section name secrets of the binding."""

    def unknown(binding: _Binding) -> Iterator[tuple[str, str]]:
        for ref in binding.secret_refs:
            if ref.path.startswith(f"{section}.") and ref.name not in binding.secrets:
                yield ref.path, got(ref.name, binding.secrets)

    return Rule(
        cel=secret_reference_cel(section, annotation),
        message="a secret reference must name an entry of spec.secrets",
        field=section,
        holds=lambda binding: not list(unknown(binding)),
        places=unknown,
        code="EP410",
    )


def _without_target(binding: _Binding) -> Iterator[tuple[str, str]]:
    for name, stream in binding.streams.items():
        target = stream.completion_target
        if target is not None and target not in binding.completions:
            yield f"streams.{name}.completion.target", got(target, binding.completions)


def uses(field: str, section: str) -> Rule:
    """Return the rule that a field of processes names an entry of a section."""

    def unknown(binding: _Binding) -> Iterator[tuple[str, str]]:
        for name, process in binding.resources.items():
            used, entries = getattr(process, field), getattr(binding, section)
            if used is not None and used not in entries:
                yield f"resources.{name}.{field}", got(used, entries)

    return Rule(
        cel=f"!has(self.resources) || self.resources.all(name, !has(self.resources[name].{field}) || "
        f"self.resources[name].{field}.contains('${{') || "
        f"(has(self.{section}) && self.resources[name].{field} in self.{section}))",
        message=f"a process must use an entry of spec.{section}",
        field="resources",
        holds=lambda binding: not list(unknown(binding)),
        places=unknown,
        code="EP419",
    )


def _without_process(binding: _Binding) -> Iterator[tuple[str, str]]:
    sidecar = binding.dapr.sidecar if binding.dapr else None
    for position, name in enumerate(sidecar.processes if sidecar else ()):
        if name not in binding.resources:
            yield f"dapr.sidecar.processes[{position}]", got(name, binding.resources)


SIDECARS = Rule(
    cel="!has(self.dapr) || !has(self.dapr.sidecar) || !has(self.dapr.sidecar.processes) || "
    "self.dapr.sidecar.processes.all(name, name.contains('${') || (has(self.resources) && name in self.resources))",
    message="a process with a sidecar must be an entry of spec.resources",
    field="dapr",
    holds=lambda binding: not list(_without_process(binding)),
    places=_without_process,
    code="EP487",
)
"""Processes that have a sidecar of Dapr are those that the binding has."""

COMPLETION_TARGETS = Rule(
    cel="!has(self.streams) || self.streams.all(name, !has(self.streams[name].completion) || "
    "!has(self.streams[name].completion.target) || self.streams[name].completion.target.contains('${') || "
    "(has(self.completions) && self.streams[name].completion.target in self.completions))",
    message="the target of a completion must name an entry of spec.completions",
    field="streams",
    holds=lambda binding: not list(_without_target(binding)),
    places=_without_target,
    code="EP418",
)
"""Sinks report to completions that the binding has."""
