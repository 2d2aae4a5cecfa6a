"""The mark on a composed resource: a digest of its desired state, which shows whether that state was requested.

Comparing values would not work: the API server adds defaults to resources that are composed directly.
"""

import json
import re
from collections.abc import Mapping
from hashlib import sha256

from function.base.manifest import Json, Manifest, mapping_at, present, text_at
from function.delivery.live import asked, is_object

MARK = "platform.fn.bizmatters.io/desired-digest"
"""The annotation with the digest."""

_DIGITS = 16
_QUANTITY = re.compile("[-+.0-9]")
"""How a quantity begins: an API server may write it in another unit."""
_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), check_circular=False).encode


def marked(composed: Manifest) -> Manifest:
    """Return the composed resource with its mark, a digest of everything else in it."""
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


def plain(composed: Manifest) -> Manifest:
    """Return the manifest of the object behind a composed resource, without the mark."""
    return dict(asked(composed)) if is_object(composed) else unmarked(composed)


def requested(composed: Manifest, observed: Json) -> bool:
    """Return whether the observed resource was composed from the same desired state as `composed`, which has its mark.

    Somebody may have removed the mark. An Object without one is compared by value, because its manifest gets no
    defaults. A directly composed resource without one is trusted, until this call's answer adds the mark, if nothing in
    it has another value that no API server would have put there.
    """
    mark = _mark(observed)
    if mark:
        return mark == _mark(composed)
    if not is_object(observed):
        return bool(observed) and not _contradicts(composed, observed)
    return asked(observed) == asked(composed) and _same_cluster(composed, observed)


def _contradicts(desired: Json, observed: Json) -> bool:
    """Return whether both have a value of one type at the same place, and the values do not mean the same."""
    if isinstance(desired, Mapping) and isinstance(observed, Mapping):
        return any(key in observed and _contradicts(value, observed[key]) for key, value in desired.items())
    if isinstance(desired, list) and isinstance(observed, list):
        return len(desired) == len(observed) and any(map(_contradicts, desired, observed))
    if isinstance(desired, str) and isinstance(observed, str):
        return desired != observed and not (_QUANTITY.match(desired) and _QUANTITY.match(observed))
    return _is_number(desired) and _is_number(observed) and desired != observed


def _is_number(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _same_cluster(composed: Json, observed: Json) -> bool:
    desired = mapping_at(composed, "spec", "providerConfigRef")
    return desired.items() <= mapping_at(observed, "spec", "providerConfigRef").items()


def _mark(resource: Json) -> str:
    return text_at(resource, "metadata", "annotations", MARK)


def _digest(composed: Manifest) -> str:
    return sha256(_canonical(composed).encode()).hexdigest()[:_DIGITS]
