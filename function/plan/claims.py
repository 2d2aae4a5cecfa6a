"""Plans the change of claims: renders both versions and compares them."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from function.base.manifest import text_at
from function.base.outcome import Outcome
from function.base.problems import Problem
from function.base.request import Request
from function.delivery.live import PAUSED
from function.plan import cluster
from function.plan.exported import as_composed
from function.plan.objects import planned
from function.plan.settled import Settled, settled
from function.plan.verdict import ClaimPlan, Plan

_PAUSED = f"the claim has the annotation {PAUSED}, so this happens only when it is resumed"
_OTHER_GROUP = "the API group changes: the old claim must be deleted before the new one can create the same objects"


class ClaimId(NamedTuple):
    """What makes two documents versions of one claim."""

    namespace: str
    kind: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Version:
    """A version of a claim: the request, with what an export observed, and the `errors` that validation found.

    `answer` calls the function, and `shown` turns a problem into text with its position. `function` names the function
    that answers, if versions of it are compared.
    """

    request: Request
    errors: tuple[str, ...] = ()
    answer: Callable[[Request], Outcome]
    shown: Callable[[Problem], str]
    function: str = ""


def plan(old: Mapping[ClaimId, Version], new: Mapping[ClaimId, Version]) -> Plan:
    """Return what happens when the new claims replace the old ones; claims without a change are left out."""
    found = (_of_claim(claim, old.get(claim), new.get(claim)) for claim in sorted({*old, *new}))
    return Plan(tuple(claim for claim in found if claim.objects or claim.refused or claim.notes))


def _of_claim(claim: ClaimId, old: Version | None, new: Version | None) -> ClaimPlan:
    if old and new and _group(old) != _group(new):
        made, gone = _planned(claim, None, new), _planned(claim, old, None)
        objects, notes = (*made.objects, *gone.objects), (*made.notes, *gone.notes, _OTHER_GROUP)
        return made if made.refused else replace(made, objects=objects, notes=notes)
    found = _planned(claim, old, new)
    last = new or old
    paused = last is not None and text_at(last.request.xr, "metadata", "annotations", PAUSED) == "true"
    return replace(found, notes=(*found.notes, _PAUSED)) if paused and found.objects else found


def _planned(claim: ClaimId, old: Version | None, new: Version | None) -> ClaimPlan:
    known = ClaimPlan(kind=claim.kind, namespace=claim.namespace, name=claim.name)
    if old and new and _asked(old) == _asked(new) and old.request == new.request:
        return known
    if new and new.errors:
        return replace(known, refused=new.errors)
    before, notes = _before(old)
    known = replace(known, notes=notes)
    exported = old.request.observed if old else {}
    if new is None:
        left = as_composed(exported, before.composed) if exported else before.composed
        return replace(known, objects=tuple(planned(left, {})))
    observed = exported or cluster.observed(before.composed)
    after = settled(new.answer, replace(new.request, observed=observed))
    refused = [*map(new.shown, after.problems), *_unanswered(after.waiting)]
    if refused:
        return replace(known, refused=tuple(refused), notes=())
    running = as_composed(exported, before.composed, after.composed) if exported else before.composed
    return replace(known, objects=tuple(planned(running, after.composed)))


def _asked(version: Version) -> tuple[str, str]:
    """Return the function and the claim as text: Python does not tell True from 1, but the API does."""
    return version.function, json.dumps(version.request.xr, sort_keys=True)


def _group(version: Version) -> str:
    return text_at(version.request.xr, "apiVersion").partition("/")[0]


def _before(old: Version | None) -> tuple[Settled, tuple[str, ...]]:
    """Return what the old version came to, and notes if that is not known."""
    if old is None:
        return Settled(), ()
    found = Settled() if old.errors else settled(old.answer, old.request)
    problems = [*old.errors, *map(old.shown, found.problems), *_unanswered(found.waiting)]
    if not problems or old.request.observed:
        return found, ()
    return found, ("the old version is refused, so it is not known what runs", *problems)


def _unanswered(names: Sequence[str]) -> list[str]:
    if not names:
        return []
    return [f"needs objects of the cluster: {', '.join(names)}. Hint: give their files with --required"]
