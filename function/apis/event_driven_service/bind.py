"""Combines a resolved claim with the document of its binding, as far as Crossplane has fetched it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from function.apis.event_driven_service.binding import document
from function.apis.event_driven_service.binding.bound import Bound
from function.apis.event_driven_service.binding.scaling import scaling
from function.apis.event_driven_service.binding.sidecar import sidecar
from function.apis.event_driven_service.binding.variables import variables
from function.apis.event_driven_service.model.binding_ref import BindingRef
from function.apis.event_driven_service.resolve import Resolved
from function.apis.event_driven_service.resources import WAITING
from function.apis.event_driven_service.status.reasons.binding import (
    BINDING_INVALID,
    BINDING_NOT_FOUND,
    READING_BINDING,
)
from function.apis.joined import Joined
from function.base.condition import TYPES
from function.base.manifest import Json
from function.base.problems import Problem, Severity, describe
from function.base.undecoded import UndecodableError
from function.status.conditions import condition

_ABSENT = "EP340"
_PATH = "spec.bindingRef.name"
_BINDING = "InfraBinding"


def bound(
    resolved: Resolved,
    required: Mapping[str, Sequence[Mapping[str, Json]]] | None,
    observed: Mapping[str, Mapping[str, Json]],
) -> Joined[Resolved]:
    """Return the claim with what it takes from its binding; without a reference, it is unchanged."""
    ref = resolved.spec.binding_ref
    if ref is None:
        return Joined(resolved=resolved)
    answer = (required or {}).get(document.requirement_name(ref.name))
    if answer is None:
        return _unknown(resolved, ref)
    if not answer:
        return _absent(resolved, ref, exists=not WAITING.isdisjoint(observed))
    try:
        return _read(resolved, ref, answer[0])
    except UndecodableError as error:
        return Joined(resolved=resolved, problems=(error.problem,), reason=BINDING_INVALID)


def _unknown(resolved: Resolved, ref: BindingRef) -> Joined[Resolved]:
    what = f"{document.described(ref.name)} in namespace {resolved.identity.namespace}, the document of the binding"
    hint = "pass it with --required, or check the claim together with its InfraBinding, which must have no errors"
    message = describe(f"needs {what}", hint=hint)
    cause = READING_BINDING.because(document=what)
    return Joined(
        resolved=resolved,
        unknown=(Problem(path=_PATH, message=message, code=_ABSENT),),
        waiting=tuple(condition(kind, cause) for kind in TYPES),
    )


def _absent(resolved: Resolved, ref: BindingRef, *, exists: bool) -> Joined[Resolved]:
    """Return the claim before its first creation: the Deployment waits. For a running service, nothing may change."""
    what = f"{document.described(ref.name)} does not exist in namespace {resolved.identity.namespace}"
    hint = f"create the {_BINDING} '{ref.name}', or correct the name"
    severity: Severity = "error" if exists else "warning"
    waits = "" if exists else "; the Deployment is not created without it"
    problem = Problem(path=_PATH, message=describe(what + waits, hint=hint), code=_ABSENT, severity=severity)
    absent = replace(resolved, bound=replace(resolved.bound, absent=True))
    return Joined(resolved=absent, problems=(problem,), reason=BINDING_NOT_FOUND)


def _read(resolved: Resolved, ref: BindingRef, found: Mapping[str, Json]) -> Joined[Resolved]:
    names = resolved.config.names
    kind = names[_BINDING].kind if _BINDING in names else _BINDING
    problem = document.foreign(found, ref.name, resolved.config.group, kind)
    if problem is not None:
        return _refused(resolved, [problem])
    read = {name: document.section(found, name, ref.name) for name in _read_of(ref)}
    unreadable = [wrong for _, wrong in read.values() if wrong is not None]
    if unreadable:
        return _refused(resolved, unreadable)
    sections = {name: entries for name, (entries, _) in read.items()}
    made = list(variables(ref, sections))
    scaler = scaling(resolved.spec, sections["streams"], resolved.config)
    beside = sidecar(ref, sections.get("dapr", {}), resolved.identity, resolved.http_port, resolved.config)
    unusable = (variable.problem for variable in made if variable.problem is not None)
    problems = [*unusable, *scaler.problems, *beside.problems]
    if problems:
        return _refused(resolved, problems)
    secrets = tuple(variable.secret for variable in made if variable.secret is not None)
    complete = Bound(
        env=tuple(variable.entry for variable in made if variable.entry is not None),
        trigger=scaler.trigger,
        authentication=scaler.authentication,
        annotations=beside.annotations,
        dependencies=secrets,
    )
    return Joined(
        resolved=replace(resolved, bound=complete, dependencies=(*resolved.dependencies, *secrets)),
    )


def _read_of(ref: BindingRef) -> tuple[str, ...]:
    """Return the sections that the claim uses: a service need not stop for a mistake in another one."""
    services = any(variable.service is not None for variable in ref.env)
    return ("streams", "lookups", *(("services",) if services else ()), *(("dapr",) if ref.sidecar else ()))


def _refused(resolved: Resolved, problems: Sequence[Problem]) -> Joined[Resolved]:
    return Joined(resolved=resolved, problems=tuple(problems), reason=BINDING_INVALID)
