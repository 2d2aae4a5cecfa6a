"""A plan for programs: {version, summary, claims}. Keys are only ever added."""

from function.base.manifest import Json, Manifest
from function.cli.document import document
from function.plan.difference import Change
from function.plan.verdict import CHANGES, Action, ClaimPlan, ObjectPlan, Plan

VERSION = 1


def json(plan: Plan) -> str:
    """Return the document."""
    claims: list[Json] = [_claim(claim) for claim in plan.claims]
    return document({"version": VERSION, "summary": _summary(plan), "claims": claims})


def _summary(plan: Plan) -> Manifest:
    return {
        "add": plan.count(Action.CREATE),
        "change": plan.count(*CHANGES),
        "restart": plan.count(Action.RESTART),
        "upgrade": plan.count(Action.UPGRADE),
        "delete": plan.count(Action.DELETE),
        "keep": plan.count(Action.KEEP),
        "refuse": plan.refused,
    }


def _claim(claim: ClaimPlan) -> Manifest:
    return {
        "kind": claim.kind,
        "namespace": claim.namespace,
        "name": claim.name,
        "refused": list(claim.refused),
        "notes": list(claim.notes),
        "objects": [_object(planned) for planned in claim.objects],
    }


def _object(planned: ObjectPlan) -> Manifest:
    return {
        "action": planned.action.value,
        "apiVersion": planned.api_version,
        "kind": planned.kind,
        "namespace": planned.namespace,
        "name": planned.name,
        "note": planned.note,
        "changes": [_change(change) for change in planned.changes],
    }


def _change(change: Change) -> Manifest:
    """Return the path and both values; a value that is absent is left out."""
    values: Manifest = {"old": change.old, "new": change.new}
    return {"path": change.path, **{side: value for side, value in values.items() if value is not None}}
