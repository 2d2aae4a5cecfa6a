"""Takes out of a claim what the API or the platform rejects."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from function.base.manifest import Json, Manifest
from function.base.problems import Problem
from function.importing.placed import changed, value_at

Judge = Callable[[Manifest], Sequence[Problem]]
"""Returns the errors of a claim."""
_ROUNDS_MAX = 10
"""What is taken out may leave a rule broken that was not checked before; no claim needs more than three rounds."""
_REQUIRED = frozenset({("spec",), ("spec", "image"), ("spec", "nats")})


class Accepted(NamedTuple):
    """A claim without rejected fields, why each was rejected, and the errors that are left."""

    claim: Manifest
    rejected: tuple[Problem, ...]
    errors: tuple[Problem, ...]


def accepted(claim: Manifest, judge: Judge) -> Accepted:
    """Return the claim without optional fields and list items that are not valid."""
    rejected: dict[str, Problem] = {}
    errors = judge(claim)
    for _ in range(_ROUNDS_MAX):
        places = {place: problem for problem in errors if (place := _place(claim, problem.path)) is not None}
        if not places:
            break
        for place in sorted(places, key=str, reverse=True):
            rejected.setdefault(places[place].path, places[place])
        claim = _without(claim, list(places))
        errors = judge(claim)
    return Accepted(claim, tuple(rejected.values()), tuple(errors))


def _without(claim: Manifest, places: Sequence[tuple[str | int, ...]]) -> Manifest:
    """Return the claim without the values at these places, later list items first so that the others stay in place."""
    for place in sorted(places, key=_order, reverse=True):
        claim = changed(claim, place, None)
    return claim


def _order(place: Sequence[str | int]) -> list[tuple[bool, int, str]]:
    return [(isinstance(step, int), step if isinstance(step, int) else 0, str(step)) for step in place]


def _place(claim: Manifest, path: str) -> tuple[str | int, ...] | None:
    """Return what to take out for a problem: the object in a list that has it, or else the field."""
    steps = _steps(claim, path)
    for end in range(len(steps), 0, -1):
        if isinstance(steps[end - 1], int) and isinstance(value_at(claim, steps[:end]), Mapping):
            return tuple(steps[:end])
    while steps and isinstance(steps[-1], int):
        steps.pop()
    place = tuple(steps)
    is_required = place in _REQUIRED or (place[:2] == ("spec", "nats") and place[2:] in (("stream",), ("consumer",)))
    return None if is_required or place[:1] != ("spec",) else place


def _steps(value: Json, path: str) -> list[str | int]:
    """Return the keys and positions of a path, as far as the value has them."""
    steps: list[str | int] = []
    rest = path
    while rest:
        if isinstance(value, Mapping):
            step: str | int | None = _longest_key(value, rest)
            text = str(step)
        else:
            number = rest[1:].partition("]")[0]
            step = (
                int(number)
                if rest.startswith("[") and number.isascii() and number.isdigit() and len(number) < 10
                else None
            )
            text = f"[{number}]"
        if step is None or (value := value_at(value, [step])) is None:
            break
        steps.append(step)
        rest = rest[len(text) :].removeprefix(".")
    return steps


def _longest_key(value: Mapping[str, Json], path: str) -> str | None:
    """Return the key that a path begins with. Keys may contain dots, as those of annotations do."""
    fitting = [key for key in value if path == key or path.startswith((f"{key}.", f"{key}["))]
    return max(fitting, key=len, default=None)
