"""Secrets that manifests of a tree create, apart from our claims. Their values are never read."""

from typing import NamedTuple

from function.apis.links import ObjectId
from function.base.manifest import Json, items_at, mapping_at, text_at
from function.check.cross.mark import Mark, mark
from function.check.resource import Resource


class Writer(NamedTuple):
    """A Secret and who writes it; `namespace` is "" and `keys` is None if they are not known.

    `object_id` is that of the manifest that writes it, or None for a claim.
    """

    namespace: str
    name: str
    keys: frozenset[str] | None
    mark: Mark
    object_id: ObjectId | None = None


def writer(resource: Resource) -> Writer | None:
    """Return the Secret that a resource creates or is."""
    value = resource.value
    name, keys = _written(value)
    if not name:
        return None
    own = text_at(value, "metadata", "namespace")
    namespace = text_at(value, "spec", "writeConnectionSecretToRef", "namespace") or own
    object_id = (text_at(value, "apiVersion"), text_at(value, "kind"), own, text_at(value, "metadata", "name"))
    return Writer(namespace, name, keys, mark(resource), object_id)


def _written(value: Json) -> tuple[str, frozenset[str] | None]:
    own = text_at(value, "metadata", "name")
    group, kind = text_at(value, "apiVersion").partition("/")[0], text_at(value, "kind")
    if (group, kind) == ("v1", "Secret"):
        if items_at(value, "metadata", "ownerReferences"):
            return "", None  # an export of a cluster: its owner writes it
        return own, frozenset({*mapping_at(value, "data"), *mapping_at(value, "stringData")})
    if (group, kind) == ("external-secrets.io", "ExternalSecret"):
        return text_at(value, "spec", "target", "name") or own, _fetched(value)
    if (group, kind) == ("bitnami.com", "SealedSecret"):
        name = text_at(value, "spec", "template", "metadata", "name") or own
        return name, frozenset(mapping_at(value, "spec", "encryptedData"))
    if (group, kind) == ("cert-manager.io", "Certificate"):
        return text_at(value, "spec", "secretName"), None
    return text_at(value, "spec", "writeConnectionSecretToRef", "name"), None


def _fetched(value: Json) -> frozenset[str] | None:
    """Return the keys of an ExternalSecret, unless the store or a template decides."""
    if items_at(value, "spec", "dataFrom") or mapping_at(value, "spec", "target", "template"):
        return None
    return frozenset(text_at(entry, "secretKey") for entry in items_at(value, "spec", "data"))
