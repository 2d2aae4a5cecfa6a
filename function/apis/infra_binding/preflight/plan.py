"""What a preflight checks: the addresses of the entries that applications connect to, each server once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from function.apis.infra_binding.member import Member, Registered
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.preflight.address import servers
from function.apis.marked import marked_texts
from function.base.marks import Address
from function.base.model import Spec
from function.base.preflight import MOST, Endpoint
from function.platform.preflight import CHECK

_CONNECTED = ("streams", "lookups", "dead_letters", "completions", "checkpoints", "dapr.components")
"""The sections whose entries applications connect to. Secrets are read by External Secrets, which reports on them."""
_SENT = ("tracing", "logging")
"""The fields of `monitoring` with addresses to which applications send; alerts are sent by Alertmanager."""
_CONNECTIVITY: CHECK = "connectivity"
_SCHEMAS: CHECK = "schema_compatibility"
NO_ADDRESS = "the entry names no address; its client finds the service by its own rules"
TOO_MANY = f"a preflight checks at most {MOST} servers"


@dataclass(frozen=True)
class Check:
    """One server of a field, or why what the field names is not checked."""

    kind: CHECK
    path: str
    endpoint: Endpoint | None = None
    reason: str = ""


@dataclass(frozen=True)
class Plan:
    """The kinds of checks, the checks in the order of the binding, and the servers to reach."""

    kinds: tuple[CHECK, ...]
    checks: tuple[Check, ...]
    endpoints: tuple[Endpoint, ...]


def plan(spec: InfraBinding) -> Plan | None:
    """Return what the preflight of a binding checks, or None without one."""
    if spec.preflight is None:
        return None
    kinds = tuple(dict.fromkeys(spec.preflight.checks))
    found = [check for kind in kinds for check in _CHECKS[kind](spec)]
    wanted = list(dict.fromkeys(check.endpoint for check in found if check.endpoint is not None))
    endpoints = tuple(wanted[:MOST])
    kept = (check if check.endpoint is None or check.endpoint in endpoints else _left_out(check) for check in found)
    return Plan(kinds, tuple(kept), endpoints)


def by_endpoint(planned: Plan, results: tuple[str, ...]) -> Mapping[Endpoint, str]:
    """Return the result for each server."""
    return dict(zip(planned.endpoints, results, strict=True))


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


_CHECKS: Mapping[CHECK, Callable[[InfraBinding], Iterator[Check]]] = {
    _CONNECTIVITY: _connections,
    _SCHEMAS: _schemas,
}


def _left_out(check: Check) -> Check:
    return Check(check.kind, check.path, reason=f"{TOO_MANY}; {check.endpoint} is not among them")
