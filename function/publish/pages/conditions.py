"""The reference page of conditions and reasons."""

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from function.apis.registry import APIS, phases
from function.base.condition import TYPES, VALIDATED, Effect
from function.publish.pages.reference import table
from function.status.reason import Reason

ABOUT = {
    "Validated": "The spec is valid, and it is safe to apply it.",
    "DependenciesReady": "The Secrets and ConfigMaps of the claim exist. For a binding: its secrets are fetched.",
    "WorkloadAvailable": "Pods of the newest revision serve. The message begins with a count such as `0/1 pods ready`. "
    "For a binding: its streams and its document exist.",
    "AutoscalerReady": "The autoscaler works. A binding has no autoscaler.",
    "Operational": "The summary of the others: `kubectl wait eventdrivenservice/<name> --for=condition=Operational`.",
}
"""What each condition is about."""

_MEANINGS: Mapping[Effect, str] = {
    "healthy": "Nothing is wrong.",
    "idle": "Nothing runs, as intended.",
    "paused": "Someone has paused it.",
    "progressing": "It is not finished; wait.",
    "degraded": "It works only in part and needs action.",
    "blocked": "It does not work and needs action.",
}
EFFECTS: Sequence[tuple[str, ...]] = (
    ("effect", "meaning", *APIS),
    *((effect, _MEANINGS[effect], *(api.phases[effect] for api in APIS.values())) for effect in get_args(Effect)),
)
"""What each effect means, and the phase that it leads to: a table with its header."""

_INTRODUCTION = """\
# Conditions and reasons

Every EventDrivenService and InfraBinding has these conditions, on the claim and on the composite resource. Crossplane
also sets its own conditions `Ready` and `Synced`.

{conditions}

If several causes apply at once, a condition shows the one with the lowest severity number, because the others often
follow from it. `Operational` repeats the first condition above it that is `False`. While the input is rejected,
conditions that cannot be evaluated are `Unknown`, with the reason of the rejection. `NotMade`, `NotReady`, and `Ready`
are about single objects: they appear in `status.resourceRefs` and in no condition. `platformctl explain REASON` prints
one section of this page.

**Phases.** The effect of the reason that decides `Operational` determines `status.phase`:

{effects}

A new EventDrivenService is `Pending` until its Deployment exists, `Progressing` until its pods are ready, and then
`Running`, or `Idle` while it has no messages and no replicas. After an edit it is `Progressing` again until the edit is
applied and rolled out. `Blocked` and `Degraded` need action: in `Blocked` nothing works, in `Degraded` pods still
serve. So for a reason with the effect `blocked`, the phase is `Degraded` while any pod is ready. `Paused` lasts until
someone resumes what was paused.

**Order.** The first of these conditions that is `False` decides: `Validated`, `DependenciesReady`, `WorkloadAvailable`,
`AutoscalerReady`. If none is `False`, objects that no condition covers decide, such as a monitor; then the first
condition that is `Unknown`. A rejected input does not change the phase: the status stays as it was.

**Commands.** `<claim>` and `<namespace>` are the name and namespace of the claim or namespaced composite, and `<kind>`
is `eds` or `ib`. The errors in messages of `InvalidSpec` have [codes](codes.md).

| reason | status | effect | for | severity |
| --- | --- | --- | --- | --- |
{index}
"""


def conditions_page(reasons: Iterable[Reason]) -> str:
    """Return the page in Markdown: an index by severity, then a section for each reason by name."""
    members = sorted(reasons, key=lambda reason: reason.name)
    index = sorted(members, key=_severity)
    introduction = _INTRODUCTION.format(
        effects=table(EFFECTS[0], EFFECTS[1:]),
        conditions="\n".join(f"- **{kind}**: {ABOUT[kind]}" for kind in TYPES),
        index="\n".join(_row(reason) for reason in index),
    )
    return "\n".join([introduction, *(f"## {reason.name}\n\n{body(reason)}" for reason in members)])


def body(reason: Reason) -> str:
    """Return the section about one reason, in Markdown without a heading."""
    lines = [reason.meaning, "", *(f"- {name}: {text}" for name, text in facts(reason).items())]
    if reason.steps:
        lines += ["", *(f"{number}. {step}" for number, step in enumerate(reason.steps, 1))]
    return "\n".join(lines) + "\n"


def facts(reason: Reason) -> dict[str, str]:
    """Return what there is to say about a reason besides its meaning and the steps, in Markdown under its name."""
    where, place = _where(reason)
    found = {
        where: place,
        "effect": f"{reason.effect}{_phases(reason)}",
        "for": reason.audience,
        "failure class": reason.failure or "",
        "message": f"`{_shown(reason.message)}`" if reason.message else "",
        "remedy": _shown(reason.remedy),
    }
    return {name: text for name, text in found.items() if text}


def about(condition: str, reasons: Iterable[Reason]) -> str:
    """Return the section about one condition: its meaning, and the reasons that it may have, by severity."""
    own = [reason for reason in reasons if condition in reason.conditions]
    rows = [f"- {reason.name} ({reason.status}): {reason.meaning}" for reason in sorted(own, key=_severity)]
    return "\n".join([ABOUT[condition], "", "reasons:", *rows]) + "\n"


def _phases(reason: Reason) -> str:
    """Return the phases that the reason leads to, or "" for healthy reasons, rejections, and reasons of objects."""
    if reason.effect == "healthy" or VALIDATED in reason.conditions or not reason.conditions:
        return ""
    return "; phase " + ", ".join(f"{_phase(reason, kind, phase)} ({kind})" for kind, phase in phases(reason).items())


def _phase(reason: Reason, kind: str, phase: str) -> str:
    """Return the phase; a service with ready pods is degraded rather than blocked, and a binding has no pods."""
    degraded = APIS[kind].phases["degraded"]
    return f"{phase}, or {degraded} while pods serve" if reason.effect == "blocked" and degraded != phase else phase


def _where(reason: Reason) -> tuple[str, str]:
    if not reason.conditions:
        return "shown in", "`status.resourceRefs` only, for single objects"
    return "conditions", f"{', '.join(reason.conditions)}, status {reason.status}"


def _severity(reason: Reason) -> tuple[int, str]:
    return reason.severity, reason.name


def _row(reason: Reason) -> str:
    link = f"[{reason.name}](#{reason.name.lower()})"
    return f"| {link} | {reason.status} | {reason.effect} | {reason.audience} | {reason.severity} |"


def _shown(template: str) -> str:
    """Return a template in the form used on the page, with <placeholders>."""
    return template.replace("{", "<").replace("}", ">")
