"""The reference page of conditions and reasons."""

from collections.abc import Iterable, Mapping
from typing import get_args

from function.apis.registry import APIS, phases
from function.base.condition import TYPES, VALIDATED, Effect
from function.publish.pages.reference import table
from function.status.reason import Reason

_ABOUT = {
    "Validated": "The spec is understood, and applying it is safe.",
    "DependenciesReady": "The Secrets and ConfigMaps that the claim refers to exist; a binding's secrets are fetched.",
    "WorkloadAvailable": "Pods of the newest revision serve; the message begins with a count such as `0/1 pods ready`. "
    "A binding's streams and document are there.",
    "AutoscalerReady": "The autoscaler can do its work; a binding has none.",
    "Operational": "The roll-up to wait on: `kubectl wait eventdrivenservice/<name> --for=condition=Operational`.",
}

_EFFECTS: Mapping[Effect, str] = {
    "healthy": "Nothing is wrong.",
    "idle": "Nothing runs, and nothing should.",
    "paused": "Someone has paused it.",
    "progressing": "It is on its way; wait.",
    "degraded": "It works in part, and needs someone.",
    "blocked": "It does not work until someone acts.",
}

_INTRODUCTION = """\
# Conditions and reasons

Every EventDrivenService and InfraBinding carries these conditions, on the claim as well as on the composite resource.
`Ready` and `Synced` beside them are Crossplane's own.

{conditions}

Of several causes that hold at once, the one with the lowest severity is told: the others often follow from it.
`Operational` repeats the first condition above it that is `False`. While an input is refused, the conditions that
cannot be judged are `Unknown` with the reason of the refusal. `NotMade`, `NotReady` and `Ready` are about single
objects, in `status.resourceRefs`, and appear in no condition. `platformctl explain REASON` prints one section.

The effect of the reason that decides `Operational` gives `status.phase`:

{effects}

Until its Deployment exists, an EventDrivenService is `Pending` and all its objects are `Applying`. While its pods
serve, what would block it leaves it `Degraded`. A refused input changes no phase: the status stays as it was.

| reason | status | effect | for | severity |
| --- | --- | --- | --- | --- |
{index}
"""


def conditions_page(reasons: Iterable[Reason]) -> str:
    """Return the page in Markdown: an index by severity, then a section for each reason by name."""
    members = sorted(reasons, key=lambda reason: reason.name)
    index = sorted(members, key=lambda reason: (reason.severity, reason.name))
    introduction = _INTRODUCTION.format(
        effects=table(("effect", "meaning", *APIS), [_phases_of(effect) for effect in get_args(Effect)]),
        conditions="\n".join(f"- **{kind}**: {_ABOUT[kind]}" for kind in TYPES),
        index="\n".join(_row(reason) for reason in index),
    )
    return "\n".join([introduction, *(f"## {reason.name}\n\n{body(reason)}" for reason in members)])


def body(reason: Reason) -> str:
    """Return what is to be said about one reason, in Markdown without a heading."""
    lines = [
        reason.meaning,
        "",
        _where(reason),
        f"- effect: {reason.effect}{_phases(reason)}",
        f"- for: {reason.audience}",
    ]
    if reason.failure:
        lines.append(f"- failure class: {reason.failure}")
    if reason.message:
        lines.append(f"- message: `{_shown(reason.message)}`")
    if reason.remedy:
        lines.append(f"- remedy: {_shown(reason.remedy)}")
    if reason.steps:
        lines += ["", *(f"{number}. {step}" for number, step in enumerate(reason.steps, 1))]
    return "\n".join(lines) + "\n"


def _phases_of(effect: Effect) -> tuple[str, ...]:
    return (effect, _EFFECTS[effect], *(api.phases[effect] for api in APIS.values()))


def _phases(reason: Reason) -> str:
    """Return the phases where the reason decides, or "": good news, refusals and reasons of objects decide none."""
    if reason.effect == "healthy" or VALIDATED in reason.conditions or not reason.conditions:
        return ""
    return "; phase " + ", ".join(f"{phase} ({kind})" for kind, phase in phases(reason).items())


def _where(reason: Reason) -> str:
    if not reason.conditions:
        return "- shown in: `status.resourceRefs` only, for single objects"
    return f"- conditions: {', '.join(reason.conditions)}, status {reason.status}"


def _row(reason: Reason) -> str:
    link = f"[{reason.name}](#{reason.name.lower()})"
    return f"| {link} | {reason.status} | {reason.effect} | {reason.audience} | {reason.severity} |"


def _shown(template: str) -> str:
    """Return a template with <placeholders> as readers know them."""
    return template.replace("{", "<").replace("}", ">")
