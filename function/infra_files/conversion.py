"""Converts other forms of `.infra` files to that of L5, where the meaning is clear."""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from function.base.manifest import Json, Manifest, at, mapping_at
from function.base.problems import Problem, describe, join
from function.infra_files.dialect import CONVERTIBLE, refused, scalar_resources

_BROKERS = ("brokers", "bootstrap_servers")
_PROPERTIES = "properties"
_DEFAULTS = "_defaults"
_REPEATED_MAX = 2**20
"""Maximum number of characters that streams may repeat: no claim is longer."""
_TYPES: Mapping[str, tuple[str, ...]] = {
    "kafka": ("topic",),
    "kinesis": ("stream", "region"),
    "pulsar": ("topic", "service_url"),
}
"""The fields by which a type is recognized; of several types, the one with most fields."""


class Converted(NamedTuple):
    """The content of a file in the form of L5; only complete if there are no problems."""

    document: Manifest
    problems: tuple[Problem, ...]


def converted(document: Mapping[str, Json]) -> Converted:
    """Return the converted content. What is in the form of a binding stays as it is, as do variables and `extends`."""
    kafka = mapping_at(document, CONVERTIBLE)
    streams = mapping_at(document, "streams")
    if len(json.dumps(kafka)) * len(streams) > _REPEATED_MAX:
        return Converted({}, (_too_much(len(streams)),))
    found = {name: _stream(stream, kafka) for name, stream in streams.items()}
    whole: Manifest = {section: content for section, content in document.items() if section != CONVERTIBLE}
    if streams:
        whole["streams"] = {name: stream or streams[name] for name, stream in found.items()}
    if scalar_resources(document):
        whole["resources"] = _resources(document)
    problems = [
        *refused(document),
        *_unclear_settings(document, kafka),
        *(_unclear_stream(name) for name, stream in found.items() if stream is None),
        *_defaults_twice(document),
    ]
    return Converted(whole, tuple(problems))


def _stream(stream: Json, kafka: Mapping[str, Json]) -> Manifest | None:
    """Return a stream with its type, or None if the type of the stream is unclear. A text is the name of a topic."""
    if isinstance(stream, str):
        stream = {"topic": stream}
    if not isinstance(stream, Mapping):
        return None
    if "type" in stream:
        return _compacted(stream)
    shared: Manifest = {}
    if "topic" in stream and "service_url" not in stream:
        brokers = next((kafka[name] for name in _BROKERS if name in kafka), None)
        shared = {"brokers": brokers} if brokers is not None else {}
        if _PROPERTIES in kafka:
            shared[_PROPERTIES] = {**mapping_at(kafka, _PROPERTIES), **mapping_at(stream, _PROPERTIES)}
    matching = [kind for kind, fields in _TYPES.items() if all(field in stream for field in fields)]
    if not matching:
        return None
    own = {name: value for name, value in stream.items() if name not in shared or name == _BROKERS[0]}
    return _compacted({"type": max(matching, key=lambda kind: len(_TYPES[kind])), **shared, **own})


def _compacted(stream: Mapping[str, Json]) -> Manifest:
    """Return a stream with `compact` in place of the boolean `compaction`, as L5 spells it for Pulsar."""
    if stream["type"] != "pulsar" or "compact" in stream or not isinstance(stream.get("compaction"), bool):
        return dict(stream)
    return {"compact" if name == "compaction" else name: value for name, value in stream.items()}


def _resources(document: Mapping[str, Json]) -> Manifest:
    settings = scalar_resources(document)
    resources = mapping_at(document, "resources")
    by_process = {name: value for name, value in resources.items() if name not in settings}
    return {_DEFAULTS: {name: resources[name] for name in settings}, **by_process}


def _defaults_twice(document: Mapping[str, Json]) -> Iterator[Problem]:
    if scalar_resources(document) and at(document, "resources", _DEFAULTS) is not None:
        message = describe("settings outside any process are defined beside it", hint="move those into _defaults")
        yield Problem(path=join("resources", _DEFAULTS), message=message, code="EP423")


def _unclear_settings(document: Mapping[str, Json], kafka: Mapping[str, Json]) -> Iterator[Problem]:
    streams = mapping_at(document, "streams").values()
    if CONVERTIBLE in document and all(isinstance(stream, Mapping) and "type" in stream for stream in streams):
        message = describe(
            "no stream uses these settings, because every stream has a type",
            hint="copy them to the streams that need them",
        )
        yield Problem(path=CONVERTIBLE, message=message, code="EP423")
    if CONVERTIBLE in document and not kafka:
        yield Problem(path=CONVERTIBLE, message="must be an object with settings", code="EP423")
    for name in kafka:
        if name not in (*_BROKERS, _PROPERTIES):
            message = describe("cannot be converted", hint="set it in properties of the streams that need it")
            yield Problem(path=join(CONVERTIBLE, name), message=message, code="EP423")


def _too_much(streams: int) -> Problem:
    message = describe(f"too long to be repeated in {streams} streams", hint="write a file for each group of streams")
    return Problem(path=CONVERTIBLE, message=message, code="EP423")


def _unclear_stream(name: str) -> Problem:
    hint = "set type and the fields that this type requires"
    return Problem(
        path=join("streams", name), message=describe("the type of the stream is unclear", hint=hint), code="EP423"
    )
