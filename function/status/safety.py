"""Checks that existing objects are not deleted, recreated or renamed by mistake.

Crossplane deletes an observed resource as soon as its key is missing from the desired state. So every removal that the
spec does not explain is rejected: a fatal result applies nothing and removes nothing.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from function.base.manifest import Json, Manifest, at, mapping_at, text_at
from function.base.problems import Problem, describe, join
from function.base.undecoded import UndecodableError, Undecoded
from function.delivery.live import OBJECT, asked, orphaned, state

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
    wanted = {key: asked(manifest) for key, manifest in composed.items()}
    kept = {key: observed[key] for key in sorted(composed.keys() & observed.keys())}
    return [
        *_used_twice(composed.keys() & set(desired)),
        *_dropped({key: observed[key] for key in filter(emits, removed)}, keeps),
        *_renamed(wanted, observed, emits),
        *_delivered_otherwise(composed, kept),
        *_changed(wanted, kept),
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
    wanted: Mapping[str, Mapping[str, Json]],
    observed: Mapping[str, Mapping[str, Json]],
    emits: Callable[[str], bool],
) -> Iterator[Problem]:
    """Yield a problem if an earlier composition created one of the objects under another key."""
    others = sorted(observed.keys() - wanted.keys())
    if not others:
        return
    keys = {_object_id(manifest): key for key, manifest in wanted.items()}
    kinds = {OBJECT, *(kind for _, kind, *_ in keys)}
    names = {name for *_, name in keys}
    for old_key in others:
        resource = observed[old_key]
        found = _identified(resource, kinds, names, ours=emits(old_key))
        if found not in keys or orphaned(resource):
            continue
        message = describe(
            f"an earlier composition created the {text_at(asked(resource), 'kind')} under this key, but its key is "
            f"'{keys[found]}' here: Crossplane would delete and recreate it",
            hint="first set deletionPolicy: Orphan in the earlier composition",
        )
        yield _problem(old_key, message, "EP311")


def _identified(
    resource: Mapping[str, Json], kinds: Collection[str], names: Collection[str], *, ours: bool
) -> tuple[str, str, str, str] | None:
    """Return the id of an observed object if it may be of one of the kinds; of most others only the kind is decoded."""
    try:
        return _object_id(asked(resource)) if text_at(resource, "kind") in kinds else None
    except UndecodableError:
        if ours and isinstance(resource, Undecoded) and any(map(resource.mentions, names)):
            raise
        return None


def _delivered_otherwise(composed: Mapping[str, Manifest], kept: Mapping[str, Mapping[str, Json]]) -> Iterator[Problem]:
    """Yield a problem if the kind of a key changes: Crossplane reuses the old object's name and orphans the object."""
    for key, resource in kept.items():
        old, new = _kind(resource), _kind(composed[key])
        if old[1] and old != new:
            article = "an" if new[1].startswith(("A", "E", "I", "O")) else "a"
            message = describe(
                f"the existing {old[1]} cannot become {article} {new[1]}: both would remain and conflict",
                hint="restore PlatformConfig.spec.delivery, or recreate the service",
            )
            yield _problem(key, message, "EP312")


def _changed(wanted: Mapping[str, Mapping[str, Json]], kept: Mapping[str, Mapping[str, Json]]) -> Iterator[Problem]:
    """Yield a problem if a key would refer to another object, or if its Deployment would select other pods."""
    for key, resource in kept.items():
        old = asked(resource)
        yield from _replaced(key, wanted[key], old, resource)
        yield from _selected_otherwise(key, wanted[key], old, resource)


def _replaced(key: str, new: Json, old: Json, resource: Json) -> Iterator[Problem]:
    """Yield a problem if the key would refer to another object, which leaves the existing one behind."""
    (old_namespace, old_name), (new_namespace, new_name) = _name(old), _name(new)
    if not old_name or (old_namespace, old_name) == (new_namespace, new_name) or orphaned(resource):
        return
    message = describe(
        f"the existing object {old_namespace}/{old_name} would be replaced by {new_namespace}/{new_name} and left "
        "behind",
        hint="restore spec.claimRef, or create another claim",
    )
    yield _problem(key, message, "EP314")


def _selected_otherwise(key: str, new: Json, old: Json, resource: Json) -> Iterator[Problem]:
    """Yield a problem if an existing Deployment was requested with another selector, which is immutable.

    If only the live selector differs, someone else created the Deployment; the Object then reports that itself.
    """
    wants = _selector(new)
    has = _selector(old) if wants else {}
    if wants and has and wants != has and state(resource).live:
        message = describe(
            "the existing Deployment has a different selector, and selectors are immutable",
            hint="delete this composed resource when downtime is acceptable (it is recreated at once), or create "
            "the claim under a new name",
        )
        yield _problem(key, message, "EP313")


def _selector(manifest: Json) -> Mapping[str, Json]:
    return mapping_at(manifest, "spec", "selector", "matchLabels") if text_at(manifest, "kind") == "Deployment" else {}


def _object_id(manifest: Json) -> tuple[str, str, str, str]:
    return *_kind(manifest), *_name(manifest)


def _name(manifest: Json) -> tuple[str, str]:
    metadata = at(manifest, "metadata")
    return text_at(metadata, "namespace"), text_at(metadata, "name")


def _kind(manifest: Json) -> tuple[str, str]:
    api_version = text_at(manifest, "apiVersion")
    return api_version.partition("/")[0] if "/" in api_version else "", text_at(manifest, "kind")


def _problem(key: str, message: str, code: str) -> Problem:
    return Problem(path=join("observed.resources", key), message=message, code=code)
