"""The objects of a cluster that are known, from an export or from answers of the API server."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from function.base.manifest import OBJECTS, Json, Manifest, items_at, mapping_at, text_at


class Ref(NamedTuple):
    """What identifies an object; the version of its kind does not matter. Cluster-scoped objects have no namespace."""

    group: str
    kind: str
    namespace: str
    name: str


@dataclass(frozen=True)
class Inventory:
    """Known objects; of several versions of an object, the last one counts."""

    objects: Mapping[Ref, Manifest]

    def get(self, ref: Ref) -> Manifest | None:
        """Return an object, or None if it is not known."""
        return self.objects.get(ref)

    def of_kind(self, group: str, kind: str) -> Iterator[Manifest]:
        """Yield the objects of a kind."""
        return (found for ref, found in self.objects.items() if (ref.group, ref.kind) == (group, kind))

    def labelled(self, labels: Mapping[str, Json]) -> Iterator[Manifest]:
        """Yield the objects that have all these labels; none if there are no labels."""
        for found in self.objects.values():
            if labels and labels.items() <= mapping_at(found, "metadata", "labels").items():
                yield found


def inventory(documents: Iterable[Json]) -> Inventory:
    """Return the objects in documents, which may be lists of objects; whatever is no object is left out."""
    return Inventory({ref_of(found): found for document in documents for found in _objects(document)})


def ref_of(manifest: Json) -> Ref:
    """Return what identifies an object."""
    namespace, name = (text_at(manifest, "metadata", key) for key in ("namespace", "name"))
    return Ref(group_of(text_at(manifest, "apiVersion")), text_at(manifest, "kind"), namespace, name)


def group_of(api_version: str) -> str:
    """Return the group of an apiVersion, "" for the core group."""
    return api_version.rpartition("/")[0]


def _objects(document: Json) -> Iterator[Manifest]:
    if not isinstance(document, OBJECTS):
        return
    kind = text_at(document, "kind")
    if not kind.endswith("List") or "items" not in document:
        yield dict(document)
        return
    for item in items_at(document, "items"):
        if isinstance(item, OBJECTS):
            # the API server leaves both out in lists of its own kinds
            yield {"apiVersion": document.get("apiVersion"), "kind": kind.removesuffix("List"), **item}
