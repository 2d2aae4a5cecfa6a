"""The mark on a composed resource: a digest of what was desired when the cluster was last asked for it.

Values cannot be compared for this: the API server adds defaults to what is composed directly, and normalises the rest.
"""

import json
from hashlib import sha256

from function.base.manifest import Json, Manifest, mapping_at, present, text_at
from function.delivery.live import asked, is_object

MARK = "platform.fn.bizmatters.io/desired-digest"
"""The annotation that holds it."""

_DIGITS = 16


def marked(composed: Manifest) -> Manifest:
    """Return the composed resource with its mark, which covers everything else that is in it."""
    metadata = mapping_at(composed, "metadata")
    annotations = {**mapping_at(metadata, "annotations"), MARK: _digest(composed)}
    return {
        "apiVersion": composed["apiVersion"],
        "kind": composed["kind"],
        "metadata": {**metadata, "annotations": annotations},
        **{part: content for part, content in composed.items() if part != "metadata"},
    }


def unmarked(composed: Manifest) -> Manifest:
    """Return the composed resource without its mark."""
    metadata = mapping_at(composed, "metadata")
    annotations = {key: text for key, text in mapping_at(metadata, "annotations").items() if key != MARK}
    return {**composed, "metadata": present({**metadata, "annotations": annotations})}


def requested(composed: Manifest, observed: Json) -> bool:
    """Return whether the cluster was asked for `composed`, which has its mark, when the observed resource was applied.

    An earlier version left no mark. Then an Object is compared by value, since nobody adds defaults to the manifest in
    it. A resource that is composed directly is full of them; it is trusted until the answer to this call has marked it.
    """
    mark = _mark(observed)
    if mark:
        return mark == _mark(composed)
    if not is_object(observed):
        return bool(observed)
    return asked(observed) == asked(composed) and _same_cluster(composed, observed)


def _same_cluster(composed: Json, observed: Json) -> bool:
    desired = mapping_at(composed, "spec", "providerConfigRef")
    return desired.items() <= mapping_at(observed, "spec", "providerConfigRef").items()


def _mark(resource: Json) -> str:
    return text_at(resource, "metadata", "annotations", MARK)


def _digest(composed: Manifest) -> str:
    canonical = json.dumps(composed, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()[:_DIGITS]
