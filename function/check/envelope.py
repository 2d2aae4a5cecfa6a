"""Unknown fields of an object outside its spec, which the models of the APIs do not describe."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from function.base.alternatives import fields
from function.base.fix import Rename
from function.base.manifest import Manifest, mapping_at
from function.base.model import Spec
from function.base.problems import Problem, Severity, join
from function.base.suggestion import closest_match, only_slip

ROOT = ("apiVersion", "kind", "metadata", "spec", "status")
METADATA = (
    "annotations",
    "creationTimestamp",
    "deletionGracePeriodSeconds",
    "deletionTimestamp",
    "finalizers",
    "generateName",
    "generation",
    "labels",
    "managedFields",
    "name",
    "namespace",
    "ownerReferences",
    "resourceVersion",
    "selfLink",
    "uid",
)
"""The fields of ObjectMeta in Kubernetes."""
_WRITTEN = frozenset({"apiVersion", "kind", "metadata", "spec", "annotations", "labels", "name", "namespace"})
"""The fields that people write; the API server sets most of the others."""
_MOST = 100
"""Problems reported. An object with more unknown fields is something else."""


def unknown_fields(manifest: Manifest, spec: type[Spec]) -> list[Problem]:
    """Return errors about unknown fields at the root, and warnings about those in `metadata`.

    Nothing reads either; at the root, it is often a part of the spec that is not indented.
    """
    root = (_unknown("", key, ROOT, spec, "error") for key in manifest if key not in ROOT)
    metadata = mapping_at(manifest, "metadata")
    inside = (_unknown("metadata", key, METADATA, spec, "warning") for key in metadata if key not in METADATA)
    return list(islice(chain(root, inside), _MOST))


def without_consequences(problems: Sequence[Problem], manifest: Manifest, unknown: Sequence[Problem]) -> list[Problem]:
    """Return the problems without those of an object that is missing because its name is mistyped."""
    mistyped = {found.suggestion for found in unknown if found.suggestion in {"metadata", "spec"} - set(manifest)}
    return [problem for problem in problems if problem.path.partition(".")[0] not in mistyped]


def _unknown(parent: str, key: str, known: Sequence[str], spec: type[Spec], severity: Severity) -> Problem:
    elsewhere = next((path for path in _places(key, spec) if path != join(parent, key)), None)
    near = elsewhere or closest_match(key, known)
    if elsewhere:
        message = f"unknown field; did you mean '{elsewhere}'? Hint: correct the indentation"
    elif near:
        message = f"unknown field; did you mean '{near}'?"
    else:
        message = f"unknown field. Hint: valid fields are {', '.join(known)}"
    certain = near in _WRITTEN and not elsewhere and near == only_slip(key, known)
    fix = Rename(near) if near and certain else None
    return Problem(path=join(parent, key), message=message, code="EP102", severity=severity, suggestion=near, fix=fix)


def _places(key: str, spec: type[Spec]) -> Iterator[str]:
    """Yield the paths at which an object has a field of this name."""
    if key in ROOT:
        yield key
    if key in METADATA:
        yield f"metadata.{key}"
    if key in fields(spec):
        yield f"spec.{key}"
