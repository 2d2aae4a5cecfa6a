"""Pairs of specs that nobody wrote, a service before and after an edit: the same on every run."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from tests.e2e.generated import RESTING, services
from tests.publish.specs import CORPUS

COUNT = 300
EDITED = "e2e.example.org/edit"
"""The annotation that shows whether the API server has accepted an edit."""
_LASTING = {"image", "nats", "scaling"}
"""What no edit removes: a service needs the first two, and without the last one it would have more than one pod."""
_OUTSIDE_PODS = {"disruptionBudget", "metrics", "scaling", "sessionAffinity"}
_BROKEN = [case["with"] for case in CORPUS["EventDrivenService"] if case["finds"]]

Document = dict[str, Any]


class Pair(NamedTuple):
    """A service before and after its edit; None where it does not exist. `edit` describes the edit."""

    number: int
    edit: str
    old: Document | None
    new: Document | None

    @property
    def name(self) -> str:
        """Return the name of the service."""
        metadata: dict[str, str] = (self.old or self.new or {})["metadata"]
        return metadata["name"]


def pairs(namespace: str) -> Iterator[Pair]:
    """Yield the pairs, with each kind of edit in turn and twice in a row: there are two scopes."""
    found = services(COUNT, namespace)
    fields = [(name, value) for document in found for name, value in document["spec"].items() if name not in _LASTING]
    edits = [
        lambda spec, number: _set(spec, [fields[(7 * number) % len(fields)]]),
        lambda spec, number: _set(spec, [fields[(11 * number + step) % len(fields)] for step in range(4)]),
        _removed,
        lambda spec, number: _set(spec, [_outside(found, number)]),
        lambda spec, number: ("another spec", found[(number + 2) % COUNT]["spec"]),
        lambda spec, number: _set(spec, [fields[(13 * number) % len(fields)]]),
        lambda spec, number: _set(spec, _BROKEN[number % len(_BROKEN)].items()),
        lambda spec, number: ("created", spec),
        lambda spec, number: ("deleted", None),
        lambda spec, number: ("none", spec),
    ]
    for number, document in enumerate(found):
        yield _pair(number, document, edits[number // 2 % len(edits)])


def _pair(number: int, document: Document, edit: Callable[[Document, int], tuple[str, Document | None]]) -> Pair:
    what, spec = edit(deepcopy(document["spec"]), number)
    metadata = {**document["metadata"], "annotations": {EDITED: what}}
    # an empty map in place of one with entries is a known limit of claims
    new = None if spec is None else {**document, "metadata": metadata, "spec": _without_empty_maps(spec)}
    return Pair(number, what, None if what == "created" else document, new)


def _without_empty_maps(spec: Document) -> Document:
    return {name: value for name, value in spec.items() if value != {}}


def _set(spec: Document, fields: Sequence[tuple[str, Any]] | Any) -> tuple[str, Document]:
    """Return the spec with fields set; null removes one."""
    values: Mapping[str, Any] = dict(fields)
    whole = {**spec, **values}
    return " and ".join(sorted(values)), {name: value for name, value in whole.items() if value is not None}


def _outside(found: Sequence[Document], number: int) -> tuple[str, Any]:
    """Return a field that pods do not show."""
    specs = [document["spec"] for document in found]
    values = [
        (name, spec[name]) for spec in specs for name in sorted(_OUTSIDE_PODS & spec.keys()) if spec[name] != RESTING
    ]
    return values[(5 * number) % len(values)]


def _removed(spec: Document, number: int) -> tuple[str, Document]:
    """Return the spec without the optional fields, or if it has none, with another image."""
    optional = sorted(spec.keys() - _LASTING)
    if not optional:
        return "image", {**spec, "image": f"ghcr.io/example/orders:2.{number}"}
    return f"without {' and '.join(optional)}", {name: value for name, value in spec.items() if name in _LASTING}
