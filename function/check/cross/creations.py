"""Streams and consumers that manifests of a tree create: those of NACK, Jobs, and scripts in ConfigMaps."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from function.base.manifest import Json, items_at, mapping_at, text_at
from function.check.cross.mark import Mark, mark
from function.check.cross.shell import Created, created, of_words
from function.check.resource import Resource
from function.yaml.node import Range, below

_NACK = "jetstream.nats.io"
_POD: Mapping[str, Sequence[str]] = {
    "Pod": ("spec",),
    "Job": ("spec", "template", "spec"),
    "CronJob": ("spec", "jobTemplate", "spec", "template", "spec"),
}
_CONTAINERS = ("initContainers", "containers")


class Creation(NamedTuple):
    """A stream, or with `consumer` a durable consumer of it, and where it is created."""

    stream: str
    consumer: str | None
    mark: Mark


def creations(resource: Resource) -> Iterator[Creation]:
    """Yield what a resource creates."""
    value = resource.value
    kind, group = text_at(value, "kind"), text_at(value, "apiVersion").partition("/")[0]
    if group == _NACK:
        yield from _nack(resource, kind)
    elif kind in _POD:
        yield from _containers(resource, _POD[kind])
    elif kind == "ConfigMap":
        for key, script in mapping_at(value, "data").items():
            if isinstance(script, str):
                yield from _marked(resource, ("data", key), created(script, {}))


def _nack(resource: Resource, kind: str) -> Iterator[Creation]:
    spec = mapping_at(resource.value, "spec")
    if kind == "Stream" and text_at(spec, "name"):
        yield Creation(text_at(spec, "name"), None, mark(resource, _place(resource, "spec", "name")))
    if kind == "Consumer" and text_at(spec, "streamName") and text_at(spec, "durableName"):
        place = _place(resource, "spec", "durableName")
        yield Creation(text_at(spec, "streamName"), text_at(spec, "durableName"), mark(resource, place))


def _containers(resource: Resource, pod: Sequence[str]) -> Iterator[Creation]:
    for group in _CONTAINERS:
        for position, container in enumerate(items_at(resource.value, *pod, group)):
            variables = {
                text_at(entry, "name"): text_at(entry, "value")
                for entry in items_at(container, "env")
                if text_at(entry, "value")
            }
            steps: tuple[str | int, ...] = (*pod, group, position)
            words = [*_texts(container, "command"), *_texts(container, "args")]
            yield from _marked(resource, steps, of_words(words, variables))
            for field in ("command", "args"):
                for number, script in enumerate(_texts(container, field)):
                    yield from _marked(resource, (*steps, field, number), created(script, variables))


def _texts(container: Json, field: str) -> list[str]:
    return [text if isinstance(text, str) else "" for text in items_at(container, field)]


def _marked(resource: Resource, steps: Sequence[str | int], found: Iterator[Created]) -> Iterator[Creation]:
    for creation in found:
        place = _place(resource, *steps)
        # the text of a block begins in the line after its mark
        line = min(place.line + 1 + creation.line, place.end_line) if place.end_line > place.line else place.line
        yield Creation(creation.stream, creation.consumer, mark(resource, place._replace(line=line)))


def _place(resource: Resource, *steps: str | int) -> Range:
    return (below(resource.node, *steps) or resource.node).range
