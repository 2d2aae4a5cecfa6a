"""The text of an imported claim, with comments on what it does not say by itself."""

import re
from collections.abc import Iterator, Mapping, Sequence

from function.apis.event_driven_service.resolve import COMPONENT
from function.base import labels
from function.base.manifest import Json, Manifest, at, items_at, mapping_at, text_at
from function.base.printable import printable
from function.importing import kinds
from function.yaml.dump import dump

_SAFE = re.compile("[A-Za-z0-9][-A-Za-z0-9_./]*")
"""Names and labels that a shell leaves alone."""


def commented(claim: Manifest, comments: Sequence[str]) -> str:
    """Return the claim as YAML; the comments come first, and fields whose reason is not obvious have their own."""
    notes = {f"  {field}:": text for field, text in _notes(mapping_at(claim, "spec"))}
    lines = [f"# {printable(comment)}".rstrip() for comment in comments]
    for line in dump([claim]).rstrip("\n").split("\n"):
        if line in notes:
            lines.append(f"  # {notes.pop(line)}")
        lines.append(line)
    return "\n".join([*lines, ""])


def _notes(spec: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    if at(spec, "scaling", "enabled") is False:
        yield "scaling", "a fixed number of replicas, as before; without `enabled`, the service scales with its lag"
    if any(at(probe, "enabled") is False for probe in mapping_at(spec, "probes").values()):
        yield "probes", "disabled where the container has no HTTP check on the http port; add one if you can"


def replacement(objects: Mapping[str, Json], claim: Manifest) -> Iterator[str]:
    """Yield lines on how to replace a Deployment whose selector is another one in the claim; `objects` are by kind."""
    deployment = objects[kinds.DEPLOYMENT]
    where = f"-n {_word(text_at(claim, 'metadata', 'namespace'))}"
    old, new = (_word(text_at(found, "metadata", "name")) for found in (deployment, claim))
    yield "The selector of the Deployment differs from that of a claim and is immutable: a new Deployment is needed."
    if old != new:
        yield "The claim has another name, so there is no gap: both run until you delete the old objects. Do that when"
        yield "the claim is ready:"
        yield f"  kubectl delete deployment {old} {where}"
        yield from _deletions(objects, where)
        return
    yield "Either import it under another name (--name), and delete the old objects when the claim is ready."
    yield "Or keep the name, and delete the Deployment but not its pods; they run until you delete their ReplicaSets:"
    yield from _deletions(objects, where)
    yield f"  kubectl delete deployment {old} {where} --cascade=orphan"
    yield "  kubectl apply -f CLAIM.yaml"
    yield f"  kubectl wait {text_at(claim, 'kind').lower()}/{new} {where} --for=condition=Operational --timeout=10m"
    yield f"  kubectl delete replicaset {where} {_old_replica_sets(deployment)}"
    yield "Without --cascade=orphan, no pod runs until the first new one is ready: about 30 seconds, plus the time to"
    yield "pull the image and start the service. Meanwhile, messages wait in the stream."
    if {kinds.SERVICE, kinds.ACCOUNT} & {*objects}:
        yield "The claim takes over objects of the same name only if the platform allows it (policy.takeover);"
        yield "otherwise delete them too. Requests to the Service fail until the first new pod is ready."


def _deletions(objects: Mapping[str, Json], where: str) -> Iterator[str]:
    """Yield commands for what would act on the new pods too: two autoscalers fight, and two budgets block evictions."""
    for kind in (kinds.SCALED_OBJECT, kinds.AUTOSCALER, kinds.BUDGET):
        if kind in objects:
            yield f"  kubectl delete {kind.lower()} {_word(text_at(objects[kind], 'metadata', 'name'))} {where}"


def _old_replica_sets(deployment: Json) -> str:
    """Return what selects the old ReplicaSets: their labels. New ones may have them too, but also have the component.

    A selector with expressions, or without labels, may have others in its place, so the user has to name them.
    """
    selector = mapping_at(deployment, "spec", "selector")
    old = mapping_at(selector, "matchLabels")
    if not old or items_at(selector, "matchExpressions"):
        return "NAME...  # those that `kubectl get replicasets` lists as the old Deployment's before you begin"
    same = [f"{_word(key)}={_word(str(value))}" for key, value in old.items()]
    return f"-l '{','.join([*same, f'{labels.COMPONENT}!={COMPONENT}'])}'"


def _word(text: str) -> str:
    return text if _SAFE.fullmatch(text) else "…"
