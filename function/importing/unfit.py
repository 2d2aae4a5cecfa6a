"""What to say about a part of an object that does not fit into a claim."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from function.base import labels
from function.base.manifest import Manifest, items_at, mapping_at
from function.base.problems import Problem, describe, join, shown
from function.importing import kinds
from function.importing.environment import overridden
from function.importing.hints import hint
from function.importing.lost import Lost, lost
from function.importing.reasons import reasons
from function.importing.rejected import Rejected
from function.importing.scaling import metric_of, taken_metric

PART, OBJECT = "EP801", "EP802"
_POD = ("spec", "template", "spec")
_SETS = ("labels", "annotations")
_OVERRIDDEN = describe(
    "does not fit into a claim: names of environment variables must be unique",
    hint="remove it, a later variable of the same name overrides it",
)
_TWO_AUTOSCALERS = describe("does not fit into a claim", hint="remove it, KEDA creates one for the ScaledObject")
_OF_AUTOSCALER = (
    "behavior",
    "maxReplicas",
    "metrics",
    "minReplicas",
    "scaleTargetRef",
    "targetCPUUtilizationPercentage",
)
_OF_TARGET = ("apiVersion", "kind", "name")
_WINDOW = "stabilizationWindowSeconds"


class Unfit(NamedTuple):
    """A part of an object that does not fit, and what is rejected of the claim for the same reason."""

    problem: Problem
    reasons: tuple[Rejected, ...] = ()


def unfit(
    kind: str, given: Mapping[str, Manifest], made: Mapping[str, Manifest], rejected: Sequence[Rejected]
) -> Iterator[Unfit]:
    """Yield the parts of the given object of a kind that the claim's lack; `rejected` are fields of the claim."""
    if kind == kinds.AUTOSCALER and kinds.SCALED_OBJECT in given:
        yield Unfit(Problem(path="", message=_TWO_AUTOSCALERS, code=OBJECT))
        return
    if kind == kinds.AUTOSCALER:
        found = list(_of_autoscaler(given[kind]))
    elif kind not in made:
        message = describe("does not fit into a claim", hint=hint(kind, (), None))
        yield Unfit(Problem(path="", message=message, code=OBJECT))
        return
    else:
        found = list(_collapsed(lost(given[kind], made[kind])))
    hidden = _overridden(given[kind]) if kind == kinds.DEPLOYMENT else ()
    seen: set[Problem] = set()
    for part in found:
        if part.path in hidden:
            yield Unfit(Problem(path=join("", *part.path), message=_OVERRIDDEN, code=PART))
        elif (unfitting := _unfit(kind, part, rejected)).problem not in seen:
            seen.add(unfitting.problem)
            yield unfitting


def _overridden(deployment: Manifest) -> set[tuple[str | int, ...]]:
    """Return the paths of variables that a later one overrides."""
    return {
        (*_POD, group, number, "env", position)
        for group in ("containers", "initContainers")
        for number, container in enumerate(items_at(deployment, *_POD, group))
        for position in overridden(container)
    }


def _collapsed(found: Iterator[Lost]) -> Iterator[Lost]:
    """Yield labels and annotations of an object as one."""
    seen: set[tuple[str | int, ...]] = set()
    for part in found:
        if part.path[:1] == ("metadata",) and part.path[1:2] and part.path[1] in _SETS:
            if part.path[:2] not in seen:
                yield Lost(part.path[:2], None, None)
            seen.add(part.path[:2])
        else:
            yield part


def _of_autoscaler(autoscaler: Manifest) -> Iterator[Lost]:
    metadata, spec = mapping_at(autoscaler, "metadata"), mapping_at(autoscaler, "spec")
    yield from (Lost(("metadata", key), None, None) for key in metadata if key not in ("name", "namespace"))
    yield from (Lost((key,), None, None) for key in autoscaler if key not in ("apiVersion", "kind", "metadata", "spec"))
    yield from (Lost(("spec", key), None, None) for key in spec if key not in _OF_AUTOSCALER)
    target = mapping_at(spec, "scaleTargetRef")
    yield from (Lost(("spec", "scaleTargetRef", key), None, None) for key in target if key not in _OF_TARGET)
    for position, metric in enumerate(items_at(spec, "metrics")):
        if (taken := taken_metric(metric)) is None:
            yield Lost(("spec", "metrics", position), metric, None)
        else:
            yield from lost(metric, metric_of(taken), ("spec", "metrics", position))
    for direction, behavior in mapping_at(spec, "behavior").items():
        for name, value in mapping_at(behavior).items():
            if (direction, name) != ("scaleDown", _WINDOW):
                yield Lost(("spec", "behavior", direction, name), value, None)


def _unfit(kind: str, part: Lost, rejected: Sequence[Rejected]) -> Unfit:
    """Return what to say about a part: the reason for which it is rejected, the first of several, or a hint.

    Of a list that is rejected as a whole, all items have the same problem.
    """
    known = reasons(part, rejected)
    if not known:
        return Unfit(_advice(kind, part))
    reason, place = known[0].reason, known[0].place
    is_whole = isinstance(part.path[-1], int) and not isinstance(place[-1], int)
    path = join("", *(part.path[:-1] if is_whole else part.path))
    problem = Problem(path=path, message=f"does not fit into a claim: {reason}", code=PART)
    return Unfit(problem, tuple(found for found in known if found.place == place or found.reason == reason))


def _advice(kind: str, part: Lost) -> Problem:
    advice = hint(kind, part.path, part.given)
    if part.path[-1:] and part.path[-1] in labels.RESERVED:
        advice = "the platform sets this label"
    if isinstance(part.given, int | float) and isinstance(part.claimed, int | float):
        message = describe(f"is {shown(part.claimed)} in a claim", got=shown(part.given), hint=advice)
    else:
        what = "does not fit into a claim" if part.claimed is None else "has another value in a claim"
        message = describe(what, hint=advice)
    return Problem(path=join("", *part.path), message=message, code=PART)
