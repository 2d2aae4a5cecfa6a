"""What to say about a part of an object that does not fit into a claim."""

import re
from collections.abc import Iterator, Mapping, Sequence

from function.base import labels
from function.base.manifest import Manifest, items_at, mapping_at
from function.base.problems import Problem, describe, join, shown
from function.importing import kinds
from function.importing.hints import hint
from function.importing.lost import Lost, lost
from function.importing.scaling import taken_metric

PART, OBJECT = "EP801", "EP802"
_SETS = ("labels", "annotations")
_NAME = re.compile("[A-Za-z]+")
_WINDOW = "stabilizationWindowSeconds"


def unfit(
    kind: str, given: Mapping[str, Manifest], made: Mapping[str, Manifest], rejected: Sequence[Problem]
) -> Iterator[Problem]:
    """Yield the parts of the given object of a kind that the claim's lack; `rejected` are fields of the claim."""
    if kind == kinds.AUTOSCALER:
        found = list(_of_autoscaler(given))
    elif kind not in made:
        yield Problem(path="", message=describe("does not fit into a claim", hint=hint(kind, (), None)), code=OBJECT)
        return
    else:
        found = list(_collapsed(lost(given[kind], made[kind])))
    for part in found:
        yield _problem(kind, part, rejected)


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


def _problem(kind: str, part: Lost, rejected: Sequence[Problem]) -> Problem:
    reasons = {problem.message for problem in rejected if is_about(problem, part)}
    if len(reasons) == 1:
        return Problem(path=join("", *part.path), message=f"does not fit into a claim: {reasons.pop()}", code=PART)
    advice = hint(kind, part.path, part.given)
    if part.path[-1:] and part.path[-1] in labels.RESERVED:
        advice = "the platform sets this label"
    if isinstance(part.given, int | float) and isinstance(part.claimed, int | float):
        message = describe(f"is {shown(part.claimed)} in a claim", got=shown(part.given), hint=advice)
    else:
        what = "does not fit into a claim" if part.claimed is None else "has another value in a claim"
        message = describe(what, hint=advice)
    return Problem(path=join("", *part.path), message=message, code=PART)


def is_about(problem: Problem, part: Lost) -> bool:
    """Return whether a rejected field of the claim is the reason why a part is lost."""
    names = [step for step in part.path if isinstance(step, str)]
    return bool(names) and (
        names[-1] in _NAME.findall(problem.path.removeprefix("spec.")) or problem.path.endswith(f".{names[-1]}")
    )
