"""What an overlay must not do: it changes neither what identifies an object, nor what selects pods."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from function.base import labels, naming
from function.base.manifest import Json, at, is_list, items_at, mapping_at, text_at
from function.base.problems import Problem, describe, join
from function.base.strategic_merge import DELETE, DIRECTIVE, MERGE_KEYS
from function.base.suggestion import closest_match
from function.platform.overlay import Overlay

_TOP = ("metadata", "spec")
_OF_ACCOUNT = ("automountServiceAccountToken", "imagePullSecrets", "secrets")
_METADATA = ("annotations", "labels")
_FORBIDDEN: Mapping[str, str] = {
    "spec.podSelector": "selects pods",
    "spec.replicas": "belongs to the autoscaler",
    "spec.scaleTargetRef": "names another object",
    "spec.selector": "selects pods",
    "spec.target": "names another object",
    "spec.template.metadata.name": "is ignored by Kubernetes",
    "spec.template.spec.serviceAccountName": "names another object",
    "spec.topicName": "names what the object creates",
}
_MAPS = (
    "metadata",
    "metadata.labels",
    "metadata.annotations",
    "spec",
    "spec.template",
    "spec.template.metadata",
    "spec.template.metadata.labels",
    "spec.template.spec",
)
"""What every object of its kind needs."""
_CONTAINERS = "spec.template.spec.containers"
_CODE = "EP484"


def problems(overlays: Sequence[Overlay], kinds: Collection[str], path: str) -> Iterator[Problem]:
    """Yield what is wrong with the overlays at `path`; `kinds` are those that are emitted."""
    names: set[str] = set()
    for position, overlay in enumerate(overlays):
        here = join(path, position)
        if overlay.name in names:
            yield _problem(join(here, "name"), "another overlay has this name")
        names.add(overlay.name)
        yield from _unknown(overlay.kinds, kinds, join(here, "kinds"))
        yield from _of_patch(overlay, join(here, "patch"))


def _unknown(given: Sequence[str], kinds: Collection[str], path: str) -> Iterator[Problem]:
    for position, kind in enumerate(given):
        if kind not in kinds:
            best = closest_match(kind, kinds)
            suggestion = f"; did you mean '{best}'?" if best else ""
            message = f"must be one of [{', '.join(sorted(kinds))}], got '{kind}'{suggestion}"
            yield Problem(path=join(path, position), message=message, code=_CODE, suggestion=best)


def _of_patch(overlay: Overlay, path: str) -> Iterator[Problem]:
    patch: Json = overlay.patch  # type: ignore[assignment]  # JSON, as it was read from the settings
    yield from _outside(overlay, patch, path)
    for place, value in _places(patch, ""):
        yield from _of_place(place, value, path)
    yield from _structure(patch, path)
    merge_keys = {key: name for kind in overlay.kinds for key, name in MERGE_KEYS.get(kind, {}).items()}
    yield from _items_without_key(patch, merge_keys, path)


def _outside(overlay: Overlay, patch: Json, path: str) -> Iterator[Problem]:
    extra = _OF_ACCOUNT if overlay.kinds == ["ServiceAccount"] else ()
    for key in overlay.patch:
        if key not in (*_TOP, *extra):
            yield _problem(join(path, key), "an overlay can set only metadata and spec")
    for key in mapping_at(patch, "metadata"):
        if key not in (*_METADATA, DIRECTIVE):
            yield _problem(join(path, "metadata", key), "an overlay can set only labels and annotations")


def _structure(patch: Json, path: str) -> Iterator[Problem]:
    for place in _MAPS:
        value = at(patch, *place.split("."))
        if not isinstance(value, Mapping | None) or (isinstance(value, Mapping) and DIRECTIVE in value):
            yield _problem(join(path, place), "must be an object, and cannot be removed")
    containers = at(patch, *_CONTAINERS.split("."))
    if not isinstance(containers, Sequence | None) or isinstance(containers, str):
        yield _problem(join(path, _CONTAINERS), "must be a list, and cannot be removed")
    for container in items_at(patch, *_CONTAINERS.split(".")):
        if text_at(container, "name") == naming.MAIN_CONTAINER and DIRECTIVE in mapping_at(container):
            yield _problem(join(path, _CONTAINERS), "the main container cannot be removed")


def _of_place(place: str, value: Json, path: str) -> Iterator[Problem]:
    if place in _FORBIDDEN:
        yield _problem(join(path, place), f"an overlay cannot set this field, which {_FORBIDDEN[place]}")
    last = place.rpartition(".")[2]
    if last.startswith("$") and (last != DIRECTIVE or value != DELETE):
        yield _problem(join(path, place), "the only directive is $patch: delete")
    if place in ("metadata.labels", "spec.template.metadata.labels") and isinstance(value, Mapping):
        yield from (
            _problem(join(path, place, key), "this label identifies the object")
            for key in value
            if key in labels.RESERVED
        )


def _places(value: Json, path: str) -> Iterator[tuple[str, Json]]:
    """Yield each path in a patch and what it sets; lists are not divided, but their items are, without a position."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            here = f"{path}.{key}" if path else key
            yield here, item
            yield from _places(item, here)
    elif is_list(value):
        for item in value:
            yield from _places(item, path)


def _items_without_key(patch: Json, keys: Mapping[str, str], path: str) -> Iterator[Problem]:
    for here, found in _places(patch, ""):
        if here in keys and is_list(found):
            for position, item in enumerate(found):
                if not isinstance(item, Mapping) or keys[here] not in item:
                    message = describe(f"an item of this list requires {keys[here]}, by which it is merged")
                    yield _problem(join(path, here, position), message)


def _problem(path: str, message: str) -> Problem:
    return Problem(path=path, message=message, code=_CODE)
