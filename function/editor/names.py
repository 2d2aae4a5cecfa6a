"""What the documents of a workspace define, so that others can refer to it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from function.apis.event_driven_service import KIND as SERVICE
from function.apis.infra_binding import KIND as BINDING
from function.base.manifest import mapping_at, text_at
from function.check.cross.creations import creations
from function.check.cross.mark import mark
from function.check.cross.writers import writer
from function.check.judge import judged
from function.check.platform import Platform
from function.check.resource import Resource
from function.editor.reference import Kind
from function.yaml.node import Entry, Range, below

_SECTIONS = ("streams", "lookups")
"""Sections of a binding whose entries a service refers to."""


class Name(NamedTuple):
    """A name, and where it is defined; `namespace` is "" if it is not known.

    `owner` is the stream of a consumer, the binding of an entry, or the object of a key; `section` is that of an entry.
    """

    kind: Kind
    namespace: str
    name: str
    label: str
    """The document that defines it, as users know it."""
    file: str
    range: Range
    owner: str | None = None
    section: str = ""


def names(resources: Iterable[Resource], platform: Platform) -> Iterator[Name]:
    """Yield what the resources of a file define; no value of a Secret is read."""
    for resource in resources:
        kind = text_at(resource.value, "kind")
        if kind == platform.names[BINDING]:
            yield from _of_binding(resource, platform)
        elif kind == platform.names[SERVICE]:
            yield from _used(resource)
        else:
            yield from _of_other(resource, kind)


def _of_binding(resource: Resource, platform: Platform) -> Iterator[Name]:
    found = _name(resource, "InfraBinding", text_at(resource.value, "metadata", "name"), "metadata", "name")
    if found is None:
        return
    yield found
    for section in _SECTIONS:
        for name, place in _entries(resource, "spec", section):
            yield found._replace(kind="Entry", name=name, range=place, owner=found.name, section=section)
    checked = judged(resource.manifest, platform)
    links = checked.links() if checked and checked.links else None
    for write in links.writes if links else ():
        yield found._replace(kind="Secret", name=write.name)
        yield from _keys(found._replace(kind="Secret"), write.name, write.keys)


def _used(resource: Resource) -> Iterator[Name]:
    """Yield the stream and the consumer of a service: others may use the same stream."""
    stream, consumer = (text_at(resource.value, "spec", "nats", key) for key in ("stream", "consumer"))
    found = _name(resource, "Stream", stream, "spec", "nats", "stream")
    if found:
        yield found
    reader = _name(resource, "Consumer", consumer, "spec", "nats", "consumer")
    if reader:
        yield reader._replace(owner=stream)


def _of_other(resource: Resource, kind: str) -> Iterator[Name]:
    written = writer(resource)
    if written:
        place = (below(resource.node, "metadata", "name") or resource.node).range
        secret = Name("Secret", written.namespace, written.name, written.mark.label, resource.file, place)
        yield secret
        yield from _keys(secret, written.name, written.keys)
    if kind == "ConfigMap":
        found = _name(resource, "ConfigMap", text_at(resource.value, "metadata", "name"), "metadata", "name")
        if found:
            yield found
            yield from _keys(found, found.name, mapping_at(resource.value, "data"))
    for made in creations(resource):
        place = made.mark.range
        stream = Name("Stream", "", made.stream, made.mark.label, resource.file, place)
        yield (
            stream if made.consumer is None else stream._replace(kind="Consumer", name=made.consumer, owner=made.stream)
        )


def _keys(secret: Name, owner: str, keys: Iterable[str] | None) -> Iterator[Name]:
    return (secret._replace(name=key, owner=owner) for key in sorted(keys or ()))


def _name(resource: Resource, kind: Kind, name: str, *path: str) -> Name | None:
    place = below(resource.node, *path)
    if not name or place is None:
        return None
    namespace = text_at(resource.value, "metadata", "namespace")
    return Name(kind, namespace, name, mark(resource).label, resource.file, place.range)


def _entries(resource: Resource, *path: str) -> Sequence[tuple[str, Range]]:
    content = getattr(below(resource.node, *path), "content", None)
    entries: dict[str, Entry] = content if isinstance(content, dict) else {}
    return [(name, entry.key) for name, entry in entries.items()]
