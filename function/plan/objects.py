"""Compares the composed resources of a claim before and after a change, object by object."""

from collections.abc import Iterator, Mapping, Sequence

from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.delivery.live import PAUSED, is_object, orphaned
from function.delivery.mark import plain
from function.plan.changed import changes, verdict
from function.plan.difference import Change, differences
from function.plan.sensitive import without_credentials
from function.plan.verdict import Action, ObjectPlan

Id = tuple[str, str, str, str]
_KEPT = "is no longer managed, and stays in the cluster"
_PROVIDER = "providerConfigRef"
_ELSEWHERE = "another ProviderConfig applies it: in another cluster, it is created there and also stays where it is"
_LATER = "its Object is paused, so this happens only when it is resumed"


def planned(old: Mapping[str, Manifest], new: Mapping[str, Manifest]) -> list[ObjectPlan]:
    """Return what happens to each object when `new` replaces `old`, both by key; objects that stay are left out.

    An object is the same if group, kind, namespace, and name are: its key may be another one.
    """
    before, after = _by_id(old), _by_id(new)
    found = [*_wanted(before, after), *_gone(before, after)]
    return sorted(found, key=lambda plan: (_ORDER.index(plan.action), plan.kind, plan.namespace, plan.name))


_ORDER = [Action.REFUSE, *(action for action in Action if action is not Action.REFUSE)]


def _wanted(before: Mapping[Id, Manifest], after: Mapping[Id, Manifest]) -> Iterator[ObjectPlan]:
    for key, composed in after.items():
        new = plain(composed)
        if key not in before:
            yield _plan(Action.CREATE, new)
            continue
        found, moved = changes(plain(before[key]), new), _moved(before[key], composed)
        if found or moved:
            action, note = verdict(new, found)
            if _is_paused(before[key]) and action is not Action.REFUSE:
                action, note = Action.CHANGE, _LATER
            notes = "; ".join(filter(None, (note, _ELSEWHERE if moved else "")))
            yield _plan(action, new, [*found, *moved], notes)


def _moved(old: Manifest, new: Manifest) -> list[Change]:
    """Return the changes of the ProviderConfig that an Object names; what the new one leaves open is a default."""
    if not (is_object(old) and is_object(new)):
        return []
    before, after = (mapping_at(composed, "spec", _PROVIDER) for composed in (old, new))
    return differences({_PROVIDER: {key: before.get(key) for key in after}}, {_PROVIDER: after})


def _is_paused(composed: Manifest) -> bool:
    return is_object(composed) and text_at(composed, "metadata", "annotations", PAUSED) == "true"


def _gone(before: Mapping[Id, Manifest], after: Mapping[Id, Manifest]) -> Iterator[ObjectPlan]:
    for key, composed in before.items():
        if key not in after:
            kept = orphaned(composed)
            note = _KEPT if kept else _LATER if _is_paused(composed) else ""
            yield _plan(Action.KEEP if kept else Action.DELETE, plain(composed), note=note)


def _by_id(composed: Mapping[str, Manifest]) -> dict[Id, Manifest]:
    return {_id(plain(manifest)): manifest for manifest in composed.values()}


def _id(manifest: Mapping[str, Json]) -> Id:
    version = text_at(manifest, "apiVersion")
    group = version.rpartition("/")[0]
    namespace, name = (text_at(manifest, "metadata", key) for key in ("namespace", "name"))
    return group, text_at(manifest, "kind"), namespace, name


def _plan(action: Action, manifest: Mapping[str, Json], changed: Sequence[Change] = (), note: str = "") -> ObjectPlan:
    _, kind, namespace, name = _id(manifest)
    return ObjectPlan(
        action=action,
        api_version=text_at(manifest, "apiVersion"),
        kind=kind,
        namespace=namespace,
        name=name,
        changes=tuple(without_credentials(change) for change in changed),
        note=note,
    )
