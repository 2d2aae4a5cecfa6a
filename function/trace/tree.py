"""The tree of a claim: its composite, the composed resources, the objects behind them, and their pods."""

from collections.abc import Iterator, Mapping

from function.base.manifest import Json, at, text_at
from function.delivery.live import KEY, asked, is_object
from function.trace.family import WITH_PODS, Family, selected
from function.trace.inventory import Ref, ref_of
from function.trace.node import Node, State
from function.trace.states import NOT_CREATED, UNREAD, of_composite, state


def tree(family: Family) -> Node:
    """Return the claim with everything that is known to belong to it."""
    ref = family.composite_ref
    below = tuple(_composed(family))
    if ref:
        composite = family.composite
        below = (_node(ref, of_composite(composite) if composite else UNREAD, children=below),)
    return _node(family.ref, of_composite(family.claim), children=below)


def _composed(family: Family) -> Iterator[Node]:
    """Yield what is composed, and what is only listed somewhere."""
    shown = set()
    for resource in family.composed:
        node = _wrapper(family, resource) if is_object(resource) else _live(family, resource)
        shown |= {(found.kind, found.name) for found in node.all}
        yield node
    for _, ref in family.direct_refs:
        if ref.kind and (ref.kind, ref.name) not in shown:
            shown.add((ref.kind, ref.name))
            yield _unlisted(family, ref, UNREAD)
    for _, ref, entry in family.listed:
        if (ref.kind, ref.name) not in shown:
            yield _unlisted(family, ref, _listed(entry))


def _wrapper(family: Family, composed: Mapping[str, Json]) -> Node:
    live = family.live(composed)
    below = _live(family, live) if live else _node(ref_of(asked(composed)), NOT_CREATED)
    return _node(ref_of(composed), state(composed), key=_key(composed), children=(below,))


def _unlisted(family: Family, ref: Ref, otherwise: State) -> Node:
    live = family.inventory.get(ref)
    return _live(family, live) if live else _node(ref, otherwise)


def _live(family: Family, live: Mapping[str, Json]) -> Node:
    return _node(ref_of(live), state(live), key=_key(live), children=tuple(_below(family, live)))


def _below(family: Family, live: Mapping[str, Json]) -> Iterator[Node]:
    """Yield the pods of a workload, or the autoscaler of a ScaledObject."""
    if text_at(live, "kind") in WITH_PODS:
        pods = [pod for pod in family.inventory.of_kind("", "Pod") if selected(pod, live)]
        yield from sorted((_node(ref_of(pod), state(pod)) for pod in pods), key=lambda node: node.name)
    hpa = text_at(live, "status", "hpaName")
    if text_at(live, "kind") == "ScaledObject" and hpa:
        ref = Ref("autoscaling", "HorizontalPodAutoscaler", ref_of(live).namespace, hpa)
        found = family.inventory.get(ref)
        if found:
            yield _node(ref, state(found))


def _listed(entry: Mapping[str, Json]) -> State:
    if at(entry, "ready") is True:
        return State("ready", "ready")
    return State("waiting", text_at(entry, "reason") or "not ready")


def _key(resource: Mapping[str, Json]) -> str:
    return text_at(resource, "metadata", "annotations", KEY)


def _node(ref: Ref, state: State, *, key: str = "", children: tuple[Node, ...] = ()) -> Node:
    return Node(kind=ref.kind, namespace=ref.namespace, name=ref.name, state=state, key=key, children=children)
