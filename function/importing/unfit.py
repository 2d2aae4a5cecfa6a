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
from function.importing.scaling import taken_metric

PART, OBJECT = "EP801", "EP802"
_POD = ("spec", "template", "spec")
_SETS = ("labels", "annotations")
_OVERRIDDEN = describe(
    "does not fit into a claim: names of environment variables must be unique",
    hint="remove it, a later variable of the same name overrides it",
)
_WINDOW = "stabilizationWindowSeconds"


class Unfit(NamedTuple):
    """A part of an object that does not fit, and what is rejected of the claim for the same reason."""

    problem: Problem
    reasons: tuple[Rejected, ...] = ()


def unfit(
    kind: str, given: Mapping[str, Manifest], made: Mapping[str, Manifest], rejected: Sequence[Rejected]
) -> Iterator[Unfit]:
    """Yield the parts of the given object of a kind that the claim's lack; `rejected` are fields of the claim."""
    if kind == kinds.AUTOSCALER:
        found = list(_of_autoscaler(given))
    elif kind not in made:
        message = describe("does not fit into a claim", hint=hint(kind, (), None))
        yield Unfit(Problem(path="", message=message, code=OBJECT))
        return
    else:
        found = list(_collapsed(lost(given[kind], made[kind])))
    hidden = _overridden(given[kind]) if kind == kinds.DEPLOYMENT else ()
    for part in found:
        if part.path in hidden:
            yield Unfit(Problem(path=join("", *part.path), message=_OVERRIDDEN, code=PART))
        else:
            yield _unfit(kind, part, rejected)


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


def _of_autoscaler(given: Mapping[str, Manifest]) -> Iterator[Lost]:
    if kinds.SCALED_OBJECT in given:
        yield Lost(("spec",), None, None)
        return
    spec = mapping_at(given[kinds.AUTOSCALER], "spec")
    for position, metric in enumerate(items_at(spec, "metrics")):
        if taken_metric(metric) is None:
            yield Lost(("spec", "metrics", position), metric, None)
    for direction, behavior in mapping_at(spec, "behavior").items():
        for name, value in mapping_at(behavior).items():
            if (direction, name) != ("scaleDown", _WINDOW):
                yield Lost(("spec", "behavior", direction, name), value, None)


def _unfit(kind: str, part: Lost, rejected: Sequence[Rejected]) -> Unfit:
    """Return what to say about a part: the reason for which it is rejected, the first of several, or a hint."""
    known = reasons(part, rejected)
    if not known:
        return Unfit(_advice(kind, part))
    message = known[0].problem.message
    problem = Problem(path=join("", *part.path), message=f"does not fit into a claim: {message}", code=PART)
    return Unfit(problem, tuple(found for found in known if found.problem.message == message))


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
