"""Checks that existing objects are not deleted, recreated or renamed by mistake.

Crossplane deletes an observed resource as soon as its key is missing from the desired state. So every removal that the
spec does not explain is rejected: a fatal result applies nothing and removes nothing.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.base.problems import Problem, describe, join
from function.base.undecoded import UndecodableError, Undecoded
from function.delivery.live import asked, orphaned, state

UNEXPLAINED = describe(
    "this object exists, and nothing in the spec explains its removal", hint="report this to the platform team"
)


def unsafe(
    composed: Mapping[str, Manifest],
    observed: Mapping[str, Mapping[str, Json]],
    *,
    emits: Callable[[str], bool],
    keeps: Callable[[str, Mapping[str, Json]], str | None],
    desired: Collection[str] = (),
) -> list[Problem]:
    """Return why applying the composed resources over the observed ones would be unsafe.

    `emits` is whether a key belongs to the API, `keeps` why the observed resource with such a key must not be removed,
    or None if the spec does not need it. `desired` are the keys that earlier steps of the pipeline use.
    """
    removed = observed.keys() - composed.keys() - set(desired)
    return [
        *_used_twice(composed.keys() & set(desired)),
        *_dropped({key: observed[key] for key in filter(emits, removed)}, keeps),
        *_renamed(composed, observed, emits),
        *_delivered_otherwise(composed, observed),
        *_replaced(composed, observed),
        *_selected_otherwise(composed, observed),
    ]


def _used_twice(keys: Iterable[str]) -> Iterator[Problem]:
    for key in sorted(keys):
        message = describe(
            "an earlier step of the pipeline composes a resource with this key, which this step would overwrite",
            hint="change the key in that step, or remove the resource there",
        )
        yield Problem(path=join("desired.resources", key), message=message, code="EP315")


def _dropped(
    removed: Mapping[str, Mapping[str, Json]], keeps: Callable[[str, Mapping[str, Json]], str | None]
) -> Iterator[Problem]:
    for key, resource in sorted(removed.items()):
        message = keeps(key, resource)
        if message is not None:
            yield _problem(key, message, "EP310")


def _renamed(
    composed: Mapping[str, Manifest], observed: Mapping[str, Mapping[str, Json]], emits: Callable[[str], bool]
) -> Iterator[Problem]:
    """Yield a problem if an earlier composition created one of the objects under another key."""
    keys = {_object_id(asked(manifest)): key for key, manifest in composed.items()}
    names = _shortest({name for *_, name in keys})
    for old_key in sorted(observed.keys() - composed.keys()):
        resource = observed[old_key]
        found = _named(resource, names, ours=emits(old_key))
        if found not in keys or orphaned(resource):
            continue
        message = describe(
            f"an earlier composition created the {text_at(asked(resource), 'kind')} under this key, but its key is "
            f"'{keys[found]}' here: Crossplane would delete and recreate it",
            hint="first set deletionPolicy: Orphan in the earlier composition",
        )
        yield _problem(old_key, message, "EP311")


def _shortest(names: Collection[str]) -> list[str]:
    """Return the names that are in no other one: what mentions one of the others mentions them."""
    return [name for name in names if not any(other != name and other in name for other in names)]


def _named(resource: Mapping[str, Json], names: Collection[str], *, ours: bool) -> tuple[str, str, str, str] | None:
    """Return the id of an observed object if it may have one of the names; most others need not be decoded for it."""
    if isinstance(resource, Undecoded) and not any(map(resource.mentions, names)):
        return None
    try:
        return _object_id(asked(resource))
    except UndecodableError:
        if ours:
            raise
        return None


def _delivered_otherwise(
    composed: Mapping[str, Manifest], observed: Mapping[str, Mapping[str, Json]]
) -> Iterator[Problem]:
    """Yield a problem if the kind of a key changes: Crossplane reuses the old object's name and orphans the object."""
    for key in sorted(composed.keys() & observed.keys()):
        old, new = _kind(observed[key]), _kind(composed[key])
        if old[1] and old != new:
            message = describe(
                f"the existing {old[1]} cannot become a {new[1]}: both would remain and conflict",
                hint="restore PlatformConfig.spec.delivery, or recreate the service",
            )
            yield _problem(key, message, "EP312")


def _replaced(composed: Mapping[str, Manifest], observed: Mapping[str, Mapping[str, Json]]) -> Iterator[Problem]:
    """Yield a problem if a key would refer to another object, which leaves the existing one behind."""
    for key in sorted(composed.keys() & observed.keys()):
        *_, old_namespace, old_name = _object_id(asked(observed[key]))
        *_, new_namespace, new_name = _object_id(asked(composed[key]))
        if not old_name or (old_namespace, old_name) == (new_namespace, new_name) or orphaned(observed[key]):
            continue
        message = describe(
            f"the existing object {old_namespace}/{old_name} would be replaced by {new_namespace}/{new_name} and left "
            "behind",
            hint="restore spec.claimRef, or create another claim",
        )
        yield _problem(key, message, "EP314")


def _selected_otherwise(
    composed: Mapping[str, Manifest], observed: Mapping[str, Mapping[str, Json]]
) -> Iterator[Problem]:
    """Yield a problem if an existing Deployment was requested with another selector, which is immutable.

    If only the live selector differs, someone else created the Deployment; the Object then reports that itself.
    """
    for key in sorted(composed.keys() & observed.keys()):
        new, old = _selector(asked(composed[key])), _selector(asked(observed[key]))
        if new and old and new != old and state(observed[key]).live:
            message = describe(
                "the existing Deployment has a different selector, and selectors are immutable",
                hint="delete this composed resource when downtime is acceptable (it is recreated at once), or create "
                "the claim under a new name",
            )
            yield _problem(key, message, "EP313")


def _selector(manifest: Json) -> Mapping[str, Json]:
    return mapping_at(manifest, "spec", "selector", "matchLabels") if text_at(manifest, "kind") == "Deployment" else {}


def _object_id(manifest: Json) -> tuple[str, str, str, str]:
    group, kind = _kind(manifest)
    return group, kind, text_at(manifest, "metadata", "namespace"), text_at(manifest, "metadata", "name")


def _kind(manifest: Json) -> tuple[str, str]:
    api_version = text_at(manifest, "apiVersion")
    return api_version.partition("/")[0] if "/" in api_version else "", text_at(manifest, "kind")


def _problem(key: str, message: str, code: str) -> Problem:
    return Problem(path=join("observed.resources", key), message=message, code=code)
