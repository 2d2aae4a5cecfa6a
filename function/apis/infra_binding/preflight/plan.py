"""What a preflight checks: what applications connect to, each server and each question once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.member import Member, Registered
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.preflight.address import servers
from function.apis.infra_binding.preflight.check import Check
from function.apis.infra_binding.preflight.questions import questions
from function.apis.marked import marked_texts
from function.base.marks import Address
from function.base.model import Spec
from function.base.preflight import MOST
from function.base.preflight import plan as written
from function.base.preflight_target import Endpoint, Target
from function.platform.preflight import CHECK

_CONNECTED = ("streams", "lookups", "dead_letters", "completions", "checkpoints", "dapr.components")
"""The sections whose entries applications connect to. Secrets are read by External Secrets, which reports on them."""
_SENT = ("tracing", "logging")
"""The fields of `monitoring` with addresses to which applications send; alerts are sent by Alertmanager."""
_CONNECTIVITY: CHECK = "connectivity"
_SCHEMAS: CHECK = "schema_compatibility"
NO_ADDRESS = "the entry names no address; its client finds the service by its own rules"
TOO_MANY = f"a preflight has at most {MOST} targets, fewer if their names are long"
_LONGEST = 100_000
"""Of the plan: Linux starts no program with an argument of more than 128 KiB."""


@dataclass(frozen=True)
class Plan:
    """The kinds of checks, the checks in the order of the binding, and what the pod does, each once."""

    kinds: tuple[CHECK, ...]
    checks: tuple[Check, ...]
    targets: tuple[Target, ...]


def plan(spec: InfraBinding, secrets: Mapping[str, BoundSecret]) -> Plan | None:
    """Return what the preflight of a binding checks, or None without one."""
    if spec.preflight is None:
        return None
    kinds = tuple(dict.fromkeys(spec.preflight.checks))
    found = [check for kind in kinds for check in _checks(kind, spec, secrets)]
    targets = _kept(list(dict.fromkeys(check.target for check in found if check.target is not None)))
    checks = (check if check.target is None or check.target in targets else _left_out(check) for check in found)
    return Plan(kinds, tuple(checks), targets)


def by_target(planned: Plan, results: tuple[str, ...]) -> Mapping[Target, str]:
    """Return the result for each target."""
    return dict(zip(planned.targets, results, strict=True))


def _kept(wanted: Sequence[Target]) -> tuple[Target, ...]:
    """Return the first targets, for which there is room."""
    sizes = accumulate(len(written([target])) for target in wanted[:MOST])
    return tuple(target for target, size in zip(wanted, sizes, strict=False) if size <= _LONGEST)


def _checks(kind: CHECK, spec: InfraBinding, secrets: Mapping[str, BoundSecret]) -> Iterator[Check]:
    if kind == _CONNECTIVITY:
        yield from _connections(spec)
    elif kind == _SCHEMAS:
        yield from _schemas(spec)
    else:
        for section, name, member in spec.members():
            if section in _CONNECTED:
                yield from questions(f"{section}.{name}", name, member, kind, secrets)


def _connections(spec: InfraBinding) -> Iterator[Check]:
    for section, name, member in spec.members():
        if section in _CONNECTED:
            path = f"{section}.{name}"
            found = list(_of(member, path, member))
            yield from found or [Check(_CONNECTIVITY, path, reason=NO_ADDRESS)]
    for field in _SENT if spec.monitoring is not None else ():
        part = getattr(spec.monitoring, field)
        if part is not None:
            yield from _of(part, f"monitoring.{field}", None)


def _of(part: Spec, path: str, member: Member | None) -> Iterator[Check]:
    port, encrypted = (member.default_port, member.encrypts) if member is not None else (None, False)
    for marked in marked_texts(part, path, Address):
        reached = servers(marked.text, port, encrypted=encrypted)
        if isinstance(reached, str):
            yield Check(_CONNECTIVITY, marked.path, reason=reached)
        else:
            yield from (Check(_CONNECTIVITY, marked.path, endpoint) for endpoint in reached)


def _schemas(spec: InfraBinding) -> Iterator[Check]:
    for section, name, member in spec.members():
        registered = member.registered()
        if registered is not None:
            yield Check(_SCHEMAS, f"{section}.{name}", _subject(registered), registered.unknown)


def _subject(registered: Registered) -> Endpoint | None:
    """Return the place of the newest schema in the registry; its address always names a host, and no query."""
    found = servers(registered.url, None, encrypted=False) if not registered.unknown else []
    if isinstance(found, str) or not found:
        return None
    base = registered.url.partition("://")[2].partition("/")[2].strip("/")
    path = "/".join(filter(None, ("", base, "subjects", registered.subject, "versions", "latest")))
    return replace(found[0], path=f"/{path}", format=registered.format)


def _left_out(check: Check) -> Check:
    return Check(check.kind, check.path, reason=f"{TOO_MANY}; {check.target} is not among them")
