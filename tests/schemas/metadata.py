"""What API servers ask of every object's metadata, beyond its schema."""

from collections.abc import Iterator

from function.base.manifest import Json, at, mapping_at, text_at
from tests.schemas.values import is_key, is_label, is_label_value, is_subdomain

_ANNOTATIONS_MAX = 256 * 1024


def broken_metadata(manifest: Json, *, named: bool) -> Iterator[str]:
    """Yield what is wrong with `metadata`; only a composed Object has no name of its own."""
    name, namespace = text_at(manifest, "metadata", "name"), text_at(manifest, "metadata", "namespace")
    if named and not is_subdomain(name):
        yield f"metadata.name: {name!r} is no DNS subdomain"
    if not named and at(manifest, "metadata") not in (None, {}) and name:
        yield "metadata.name: Crossplane names this object"
    if named and not is_label(namespace):
        yield f"metadata.namespace: {namespace!r} is no DNS label"
    yield from broken_tags(manifest, "metadata")


def broken_tags(manifest: Json, *path: str) -> Iterator[str]:
    """Yield what is wrong with the labels and annotations in the metadata at `path`."""
    place = ".".join(path)
    for kind in ("labels", "annotations"):
        if at(manifest, *path, kind) == {}:
            yield f"{place}.{kind}: an empty map is dropped by the API server and applied again for ever"
        for key in mapping_at(manifest, *path, kind):
            if not is_key(key.lower() if kind == "annotations" else key):
                yield f"{place}.{kind}: {key!r} is no qualified name"
    for key, value in mapping_at(manifest, *path, "labels").items():
        if not isinstance(value, str) or not is_label_value(value):
            yield f"{place}.labels.{key}: {value!r} is no label value"
    total = sum(
        len(key.encode()) + len(str(value).encode())
        for key, value in mapping_at(manifest, *path, "annotations").items()
    )
    if total > _ANNOTATIONS_MAX:
        yield f"{place}.annotations: {total} bytes are more than {_ANNOTATIONS_MAX}"
