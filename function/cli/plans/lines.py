"""A plan as lines, which text and Markdown share."""

import json
from collections.abc import Iterator
from difflib import unified_diff
from typing import NamedTuple

from function.base.counted import counted
from function.base.manifest import Json
from function.base.printable import printable
from function.plan.difference import Change
from function.plan.verdict import Action, ClaimPlan, ObjectPlan, Plan

MARKS = {
    Action.CREATE: "+",
    Action.CHANGE: "~",
    Action.RESTART: "!",
    Action.UPGRADE: "!",
    Action.DELETE: "-",
    Action.KEEP: "=",
    Action.REFUSE: "x",
}
_LONGEST = 200
"""Characters of a value; JSON has all of it."""
_MOST_LINES = 2000
"""Lines of texts that are compared: comparing takes longer than their number."""


class Line(NamedTuple):
    """A line without unprintable characters; `action` is set if it is about a whole object or claim."""

    text: str
    action: Action | None = None


def lines(plan: Plan) -> Iterator[Line]:
    """Yield the lines of all claims, with an empty one after each."""
    for claim in plan.claims:
        for line in _of_claim(claim):
            yield Line(printable(line.text), line.action)
        yield Line("")


def _of_claim(claim: ClaimPlan) -> Iterator[Line]:
    yield Line(f"{claim.kind} {claim.namespace}/{claim.name}")
    if claim.refused:
        yield Line(f"{MARKS[Action.REFUSE]} refused: all objects stay as they are", Action.REFUSE)
    yield from (Line(f"    {message}") for message in claim.refused)
    yield from (Line(f"    note: {note}") for note in claim.notes)
    for planned in claim.objects:
        yield from _of_object(planned)


def _of_object(planned: ObjectPlan) -> Iterator[Line]:
    name = f"{planned.namespace}/{planned.name}" if planned.namespace else planned.name
    note = f": {planned.note}" if planned.note else ""
    text = f"{MARKS[planned.action]} {planned.action.value:<7} {planned.kind} {name}{note}"
    yield Line(text, planned.action)
    for change in planned.changes:
        yield from map(Line, _of_change(change))


def _of_change(change: Change) -> Iterator[str]:
    old, new = change.old, change.new
    if not (isinstance(old, str) and isinstance(new, str) and ("\n" in old or "\n" in new)):
        yield f"    {change.path}: {_shown(old)} -> {_shown(new)}"
        return
    before, after = old.split("\n"), new.split("\n")
    yield f"    {change.path}:"
    if max(len(before), len(after)) > _MOST_LINES:
        yield f"      {counted(len(before), 'line')} -> {counted(len(after), 'line')}"
        return
    changed = list(unified_diff(before, after, n=0, lineterm=""))[2:]
    yield from (f"      {_cut(line)}" for line in changed if not line.startswith("@@"))


def _shown(value: Json) -> str:
    """Return a value in one line, as JSON."""
    return "(none)" if value is None else _cut(json.dumps(value, ensure_ascii=False))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
