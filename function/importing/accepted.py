"""Takes out of a claim what the API or the platform rejects: as little as possible."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from function.base.credentials.keys import names_credential
from function.base.manifest import Json, Manifest, is_list
from function.base.placed import value_at, without_value
from function.base.problems import Problem, join
from function.importing.claim_path import steps
from function.importing.rejected import Rejected

Judge = Callable[[Manifest], Sequence[Problem]]
"""Returns the errors of a claim."""
_Place: TypeAlias = tuple[str | int, ...]
_ROUNDS_MAX, _WHOLE_FROM = 12, 8
"""What is taken out may leave a rule broken that was not checked before, and a rule may name one of many entries only.
No claim that anyone writes needs more than four rounds; from the second number on, whole lists are taken out."""
_CREDENTIAL, _WORDS = "EP229", ("args", "command")
_REQUIRED = frozenset({("spec",), ("spec", "image"), ("spec", "nats")})


class Accepted(NamedTuple):
    """A claim without what is rejected, why it was, and the errors that are left."""

    claim: Manifest
    rejected: tuple[Rejected, ...]
    errors: tuple[Problem, ...]


def accepted(claim: Manifest, judge: Judge) -> Accepted:
    """Return the claim without optional fields and list items that are not valid."""
    rejected: dict[tuple[_Place, str], Rejected] = {}
    removed: set[_Place] = set()
    left = claim
    errors = judge(left)
    for number in range(_ROUNDS_MAX):
        rejections = [
            rejection
            for problem in errors
            if (place := _place(left, problem, number)) is not None
            for rejection in (*_flag(left, place, problem), (place, problem))
        ]
        if not rejections:
            break
        before = frozenset(removed)
        for shifted, problem in rejections:
            place = _original(shifted, before)
            if not _is_empty(claim, place, before):
                reason = Rejected(_moved(problem, shifted, place), place, value_at(claim, place))
                rejected.setdefault((place, problem.message), reason)
            removed.add(place)
        left = _without(claim, removed)
        errors = judge(left)
    return Accepted(left, tuple(rejected.values()), tuple(errors))


def _flag(claim: Manifest, place: _Place, problem: Problem) -> Iterator[tuple[_Place, Problem]]:
    """Yield the flag whose value is a credential: without it, the flag would take the next word for its value."""
    position = place[-1]
    if problem.code != _CREDENTIAL or not isinstance(position, int) or position == 0 or place[-2] not in _WORDS:
        return
    flag = (*place[:-1], position - 1)
    word = value_at(claim, flag)
    if isinstance(word, str) and word.startswith("-") and names_credential(word):
        yield flag, replace(problem, path=join("", *flag), message=f"the next word {problem.message}", place=None)


def _without(claim: Manifest, places: set[_Place]) -> Manifest:
    """Return the claim without the values at these places, later list items first so that the others stay in place."""
    for place in sorted(places, key=_order, reverse=True):
        claim = without_value(claim, place)
    return claim


def _order(place: _Place) -> list[tuple[bool, int, str]]:
    return [(isinstance(step, int), step if isinstance(step, int) else 0, str(step)) for step in place]


def _original(place: _Place, removed: frozenset[_Place]) -> _Place:
    """Return where a value was before list items were taken out."""
    found: _Place = ()
    for step in place:
        gone = [other[-1] for other in removed if other[:-1] == found]
        found = (*found, step if isinstance(step, str) else _before(step, gone))
    return found


def _before(position: int, removed: Sequence[str | int]) -> int:
    for other in sorted(found for found in removed if isinstance(found, int)):
        position += other <= position
    return position


def _moved(problem: Problem, shifted: _Place, place: _Place) -> Problem:
    """Return the problem with the path that it had before list items were taken out."""
    path = join("", *shifted)
    below = problem.path.removeprefix(path) if problem.path.startswith(path) else ""
    return replace(problem, path=join("", *place) + below, place=None)


def _is_empty(claim: Manifest, place: _Place, removed: frozenset[_Place]) -> bool:
    """Return whether a list or object at or below a place has lost everything: it is rejected for that reason only."""
    around = {other[:-1] for other in removed if len(other) > len(place) and other[: len(place)] == place}
    return any(_is_all(value_at(claim, found), found, removed) for found in around)


def _is_all(value: Json, place: _Place, removed: frozenset[_Place]) -> bool:
    steps_below: Iterable[str | int] = (
        range(len(value)) if is_list(value) else value if isinstance(value, Mapping) else ()
    )
    return all((*place, step) in removed for step in steps_below)


def _place(claim: Manifest, problem: Problem, number: int) -> _Place | None:
    """Return what to take out for a problem in a round: the list item, or else the field that has it, if it may go."""
    path = steps(claim, problem.place.path if problem.place and number < _WHOLE_FROM else problem.path)
    for end in range(len(path), 0, -1):
        if isinstance(path[end - 1], int) and (end == len(path) or isinstance(value_at(claim, path[:end]), Mapping)):
            return tuple(path[:end])
    place = tuple(path)
    is_required = place in _REQUIRED or (place[:2] == ("spec", "nats") and place[2:] in (("stream",), ("consumer",)))
    return None if is_required or place[:1] != ("spec",) else place
