"""The reference page of conditions and reasons."""

from collections.abc import Iterable

from function.base.condition import TYPES
from function.status.reason import Reason

_ABOUT = {
    "Validated": "The spec is understood, and applying it is safe.",
    "DependenciesReady": "The Secrets and ConfigMaps that the claim refers to exist; a binding's secrets are fetched.",
    "WorkloadAvailable": "Pods of the newest revision serve; the message begins with a count such as `0/1 pods ready`. "
    "A binding's streams and document are there.",
    "AutoscalerReady": "The autoscaler can do its work; a binding has none.",
    "Operational": "The roll-up to wait on: `kubectl wait eventdrivenservice/<name> --for=condition=Operational`.",
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

| reason | status | effect | for | severity |
| --- | --- | --- | --- | --- |
{index}
"""


def conditions_page(reasons: Iterable[Reason]) -> str:
    """Return the page in Markdown: an index by severity, then a section for each reason by name."""
    members = sorted(reasons, key=lambda reason: reason.name)
    index = sorted(members, key=lambda reason: (reason.severity, reason.name))
    introduction = _INTRODUCTION.format(
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
        f"- effect: {reason.effect}",
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
