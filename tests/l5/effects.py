"""What differs between two answers of the function, such as `KafkaTopic spec.partitions`."""

import json
from collections.abc import Iterator, Mapping

import yaml

from function.base.manifest import Json, is_list, mapping_at, text_at
from function.base.outcome import Outcome
from function.delivery.live import asked

_Steps = tuple[str, ...]


def effects(before: Outcome, after: Outcome) -> set[str]:
    """Return the places with another value: an object's kind or a file of the document, and a path."""
    old, new = _parts(before), _parts(after)
    return {
        " ".join(filter(None, (what.rpartition("/")[2], _path(steps))))
        for what in {*old, *new}
        for steps in _different(old.get(what), new.get(what))
    }


def unmanaged(answer: Outcome) -> Mapping[str, Json]:
    """Return the reasons why something has no object, by path."""
    return mapping_at(_files(answer).get("unmanaged.yaml", {}))


def _parts(answer: Outcome) -> dict[str, Json]:
    """Return the objects by key and kind, and the files of the document by name."""
    assert answer.fatal is None, answer.fatal
    manifests = {key: asked(composed.manifest) for key, composed in answer.resources.items()}
    document = dict(manifests.pop("document"))
    del document["data"]
    objects: dict[str, Json] = {f"{key}/{text_at(found, 'kind')}": found for key, found in manifests.items()}
    return {**objects, "document/ConfigMap": document, **_files(answer)}


def _files(answer: Outcome) -> dict[str, Json]:
    data = mapping_at(asked(answer.resources["document"].manifest), "data")
    return {name: _content(name, str(text)) for name, text in data.items()}


def _content(name: str, text: str) -> Json:
    if name.endswith(".properties"):
        pairs = [line.partition(" = ") for line in text.splitlines()]
        return {key: value for key, equals, value in pairs if equals}
    if name.endswith(".md"):
        return text
    found: Json = json.loads(text) if text.startswith(("{", "[")) else yaml.safe_load(text)
    return found


def _different(old: Json, new: Json) -> Iterator[_Steps]:
    """Yield the paths of values that differ; () for something that is new or gone."""
    if old is None or new is None:
        yield ()
    values = [dict(_leaves(found, ())) for found in (old, new)]
    for steps in {*values[0], *values[1]}:
        if values[0].get(steps) != values[1].get(steps):
            yield steps


def _leaves(value: Json, steps: _Steps) -> Iterator[tuple[_Steps, str]]:
    """Yield each value with its path; elements of a list have their numbers."""
    items = enumerate(value) if is_list(value) else ()
    below = mapping_at(value) or {f"{position}]": item for position, item in items}
    if not below:
        yield steps, json.dumps(value)
    for step, found in below.items():
        yield from _leaves(found, (*steps, step))


def _path(steps: _Steps) -> str:
    """Return a path such as `spec.ports[].port` or `spec.config[retention.ms]`."""
    text = ""
    for step in steps:
        if step.endswith("]"):
            text += "[]"
        elif set(step) & set("./ "):
            text += f"[{step}]"
        else:
            text += f".{step}" if text else step
    return text


def is_shown(target: str, found: set[str]) -> bool:
    """Return whether a place, or anything below it, is among those that differ."""
    return any(place == target or place.startswith((f"{target}.", f"{target}[", f"{target} ")) for place in found)
