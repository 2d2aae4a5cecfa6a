"""What must not happen to objects that run: be dropped, recreated, or deleted for the sake of another name.

Crossplane deletes an observed resource as soon as its key is missing from the desired state. So whatever the spec does
not explain is refused: a fatal answer applies nothing and removes nothing.
"""

from collections.abc import Callable, Collection, Iterator, Mapping

from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.base.problems import Problem, join
from function.delivery.live import asked, live, orphaned

UNEXPLAINED = "nothing in the spec says that it should go. report this to the platform team"


def unsafe(
    composed: Mapping[str, Manifest],
    observed: Mapping[str, Manifest],
    *,
    emits: Callable[[str], bool],
    keeps: Callable[[str], str | None],
    desired: Collection[str] = (),
) -> list[Problem]:
    """Return why the composed resources must not be applied over the observed ones.

    `emits` is whether the API can compose a resource under a key, `keeps` why such a resource must not go, None where
    the spec does without it. `desired` are the keys of earlier steps of the pipeline.
    """
    return [
        *_taken(composed, desired),
        *_dropped(composed, {key: seen for key, seen in observed.items() if key not in desired}, emits, keeps),
        *_renamed(composed, observed),
        *_delivered_otherwise(composed, observed),
        *_moved(composed, observed),
        *_selected_otherwise(composed, observed),
    ]


def _taken(composed: Mapping[str, Manifest], desired: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each key that an earlier step uses too: one of the two would be replaced without a word."""
    for key in sorted(composed.keys() & set(desired)):
        message = "an earlier step of the pipeline wants a resource under this key too. rename or remove it there"
        yield Problem(path=join("desired.resources", key), message=message, code="EP315")


def _dropped(
    composed: Mapping[str, Manifest],
    observed: Mapping[str, Manifest],
    emits: Callable[[str], bool],
    keeps: Callable[[str], str | None],
) -> Iterator[Problem]:
    for key in sorted(observed.keys() - composed.keys()):
        why = keeps(key) if emits(key) else None
        if why is not None:
            yield _problem(key, f"this object runs, and {why}", "EP310")


def _renamed(composed: Mapping[str, Manifest], observed: Mapping[str, Manifest]) -> Iterator[Problem]:
    """Yield a problem where an object of ours exists under a key of an earlier composition."""
    ours = {_object_id(asked(manifest)): key for key, manifest in composed.items()}
    for old, resource in sorted(observed.items()):
        key = ours.get(_object_id(asked(resource)))
        if old in composed or key is None or orphaned(resource):
            continue
        message = (
            f"an earlier composition made {text_at(asked(resource), 'kind')} under this key, here it is '{key}': "
            "Crossplane would delete it and make it anew. set deletionPolicy: Orphan in the earlier composition first"
        )
        yield _problem(old, message, "EP311")


def _delivered_otherwise(composed: Mapping[str, Manifest], observed: Mapping[str, Manifest]) -> Iterator[Problem]:
    """Yield a problem where a key changes its kind: Crossplane keeps the old object's name and forgets the object."""
    for key in sorted(composed.keys() & observed.keys()):
        was, shall = _kind(observed[key]), _kind(composed[key])
        if was[1] and was != shall:
            message = (
                f"this is an existing {was[1]} and cannot become {shall[1]}: the old one would stay and fight. put "
                "PlatformConfig.spec.delivery back, or make the service anew"
            )
            yield _problem(key, message, "EP312")


def _moved(composed: Mapping[str, Manifest], observed: Mapping[str, Manifest]) -> Iterator[Problem]:
    """Yield a problem where a key would stand for another object: the old one would be left behind, or deleted."""
    for key in sorted(composed.keys() & observed.keys()):
        was, shall = _object_id(asked(observed[key])), _object_id(asked(composed[key]))
        if was[-1] and was[-2:] != shall[-2:] and not orphaned(observed[key]):
            message = (
                f"this is {was[1]} {was[-1]} in namespace {was[-2]} and cannot become {shall[-1]} in {shall[-2]}: the "
                "old one would stay behind. put spec.claimRef back, or create a new claim there"
            )
            yield _problem(key, message, "EP314")


def _selected_otherwise(composed: Mapping[str, Manifest], observed: Mapping[str, Manifest]) -> Iterator[Problem]:
    """Yield a problem where a running Deployment was asked for with another selector, which can never change.

    Where only the live one differs, someone else made it: the Object already asks for ours, and says so itself.
    """
    for key in sorted(composed.keys() & observed.keys()):
        shall, was = _selector(asked(composed[key])), _selector(asked(observed[key]))
        if shall and was and shall != was and live(observed[key]):
            message = (
                "the running Deployment has another selector, which can never change. delete this composed resource "
                "when a gap is acceptable (it is made anew at once), or claim the service under a new name"
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
