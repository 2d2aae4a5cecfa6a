"""Compares a render with others in which one input differs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from function.base.manifest import Json, Manifest
from function.origins.leaves import Leaf, Steps, leaves
from function.origins.origin import Origin, Source

Documents: TypeAlias = Mapping[str, Manifest]
"""Rendered documents by the key of the composed resource."""
Render: TypeAlias = Callable[[Manifest, Manifest], Documents | None]
"""Renders a composite with settings; None if they are rejected."""


class Variation(NamedTuple):
    """An input with its value, and how requests differ in which it has others: composites with settings."""

    name: str
    source: Source
    value: Json
    requests: Iterable[tuple[Manifest, Manifest]]


def origins(
    documents: Documents, variations: Iterable[Variation], render: Render
) -> Mapping[str, Mapping[str, list[Origin]]]:
    """Return the inputs on which each value depends, by the key of its document and its path."""
    known = {key: leaves(document) for key, document in documents.items()}
    found: dict[str, dict[str, list[Origin]]] = {
        key: {leaf.path: [] for leaf in values.values()} for key, values in known.items()
    }
    for variation in variations:
        varied = _accepted(variation, render)
        for key, document in documents.items():
            other = varied.get(key, document)  # an object that is gone says nothing about its values
            if other != document:
                for path, origin in _differences(known[key], leaves(other), variation):
                    found[key][path].append(origin)
    return found


def _accepted(variation: Variation, render: Render) -> Documents:
    """Return what is rendered for the first request that is accepted, {} if there is none."""
    for xr, settings in variation.requests:
        found = render(xr, settings)
        if found is not None:
            return found
    return {}


def _differences(
    old: Mapping[Steps, Leaf], new: Mapping[Steps, Leaf], variation: Variation
) -> Iterator[tuple[str, Origin]]:
    for steps, leaf in old.items():
        other = new.get(steps)
        if other is None or other.value != leaf.value:
            same = type(leaf.value) is type(variation.value) and leaf.value == variation.value
            yield leaf.path, Origin(variation.name, variation.source, same=same, gone=other is None)
