"""What is known of a claim: whether it is operational, why not, and the tree of its objects."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from function.base.condition import TYPES
from function.base.manifest import Json, at, items_at, text_at
from function.delivery.live import conditions
from function.delivery.message import message
from function.status.sanitize import sanitize
from function.trace.cause import Cause, cause, unanswered
from function.trace.family import Family
from function.trace.node import Node
from function.trace.tree import tree

_CROSSPLANE = ("Synced", "Ready")
_MOST_EVENTS = 3


@dataclass(frozen=True, kw_only=True)
class Binding:
    """A logical name of an InfraBinding; `ready` is None if nothing is created for it."""

    name: str
    physical: str
    ready: bool | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class ConditionLine:
    """A condition of the claim."""

    type: str
    status: str
    reason: str
    message: str
    since: str


@dataclass(frozen=True, kw_only=True)
class Trace:
    """A claim; `cause` is None if it is operational. `events` are Crossplane's warnings, for a claim without status."""

    tree: Node
    phase: str
    message: str
    cause: Cause | None
    conditions: tuple[ConditionLine, ...]
    bindings: tuple[Binding, ...]
    warnings: tuple[str, ...]
    events: tuple[str, ...]


def trace(family: Family) -> Trace:
    """Return what is known of a claim."""
    claim, composite = family.claim, family.composite
    return Trace(
        tree=tree(family),
        phase=text_at(claim, "status", "phase"),
        message=text_at(claim, "status", "message"),
        cause=cause(claim, composite, family.api.short_name or family.api.kind.lower()),
        conditions=tuple(_conditions(claim)),
        bindings=tuple(_bindings(claim)),
        warnings=tuple(text for text in items_at(claim, "status", "warnings") if isinstance(text, str)),
        events=tuple(_events(family)) if unanswered(claim, composite) else (),
    )


def _conditions(claim: Mapping[str, Json]) -> Iterator[ConditionLine]:
    found = conditions(claim)
    for kind in (*_CROSSPLANE, *TYPES):
        if kind in found:
            entry = found[kind]
            detail = sanitize(message(entry)) if kind in _CROSSPLANE else message(entry)
            status, reason, since = (text_at(entry, key) for key in ("status", "reason", "lastTransitionTime"))
            yield ConditionLine(type=kind, status=status, reason=reason, message=detail, since=since)


def _bindings(claim: Mapping[str, Json]) -> Iterator[Binding]:
    for entry in items_at(claim, "status", "bindings"):
        ready = at(entry, "ready")
        name, physical, reason = (text_at(entry, key) for key in ("name", "physical", "reason"))
        yield Binding(name=name, physical=physical, ready=ready if isinstance(ready, bool) else None, reason=reason)


def _events(family: Family) -> Iterator[str]:
    """Yield the newest warnings about the claim and its composite, each text once."""
    owners = {tuple(ref)[1:] for ref in (family.ref, family.composite_ref) if ref}
    warnings = [
        event
        for event in family.inventory.of_kind("", "Event")
        if text_at(event, "type") == "Warning"
        and tuple(text_at(event, "involvedObject", key) for key in ("kind", "namespace", "name")) in owners
    ]
    newest = sorted(warnings, key=_when, reverse=True)
    texts = dict.fromkeys(f"{text_at(event, 'reason')}: {sanitize(message(event))}" for event in newest)
    yield from list(texts)[:_MOST_EVENTS]


def _when(event: Mapping[str, Json]) -> str:
    """Return when an event happened last; those of the newer API have no `lastTimestamp`."""
    return text_at(event, "lastTimestamp") or text_at(event, "eventTime")
