"""Advice about an unknown field: the field that was meant, or why there is none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from function.base.alternatives import fields
from function.base.manifest import Json
from function.base.model import Spec
from function.base.model_paths import models_at
from function.base.problems import join
from function.base.suggestion import closest_match, only_slip

ALL_FIELDS = "the API reference lists all fields"
_MOST_LISTED = 12
"""A longer list of fields is not helpful."""


@dataclass(frozen=True)
class Advice:
    """The field that was probably meant, "" if none is known, and a hint.

    `rename` is a field of the same object that was certainly meant, or "".
    """

    field: str
    hint: str = ""
    rename: str = ""


def advice(model: type[Spec], root: str, value: Json, steps: Sequence[str | int]) -> Advice:
    """Return the advice about the unknown field at `steps` of `value`, which is at the path `root`."""
    *above, last = steps
    name = str(last)
    models = models_at(model, above, value)
    habit = next((model.habits[name] for model in models if name in model.habits), None)
    if habit is not None:
        return Advice(habit.use, habit.hint, habit.rename)
    inside = sorted({path for model in models for path in _inside(model, name)})
    if len(inside) == 1:
        return Advice(inside[0])
    outside = _outside(model, value, above, name)
    if outside is not None:
        return Advice(join(root, *outside), "correct the indentation")
    known = sorted({field for model in models for field in fields(model)})
    used = {other: habit.use for model in models for other, habit in model.habits.items() if habit.use}
    near = closest_match(name, [*known, *used])
    if near is None:
        return Advice("", _listed(known))
    return Advice(used.get(near, near), rename=near if near == only_slip(name, known) else "")


def covered(models: Iterable[type[Spec]], given: Iterable[str]) -> set[str]:
    """Return the required fields that the names given in an object stand for."""
    names = set(given)
    return {habit.covers for model in models for name, habit in model.habits.items() if name in names and habit.covers}


def _inside(model: type[Spec], name: str) -> Iterator[str]:
    """Yield the paths at which the objects in a model have a field of this name; lists and maps are left out."""
    for field, found in fields(model).items():
        for alternative in found:
            if alternative.model is not None:
                if name in fields(alternative.model):
                    yield f"{field}.{name}"
                yield from (f"{field}.{below}" for below in _inside(alternative.model, name))


def _outside(model: type[Spec], value: Json, above: Sequence[str | int], name: str) -> list[str | int] | None:
    """Return the nearest field of this name in the objects around, or None; a line indented too far ends up inside."""
    for depth in reversed(range(len(above))):
        around = above[:depth]
        if isinstance(above[depth], str) and any(name in fields(found) for found in models_at(model, around, value)):
            return [*around, name]
    return None


def _listed(known: Sequence[str]) -> str:
    if not known:
        return ""
    if len(known) > _MOST_LISTED:
        return ALL_FIELDS
    return f"valid fields are {', '.join(known)}"
