"""Models and marks at a path in a user's document."""

import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from function.base.alternatives import Alternative, fields, keys, members
from function.base.manifest import Json
from function.base.model import Spec


def models_at(model: type[Spec], steps: Sequence[str | int], value: Json) -> list[type[Spec]]:
    """Return the models that may be at a path of `value`; of a union, only those whose tag the user chose."""
    return [found.model for found in alternatives_at(model, steps, value) if found.model]


def alternatives_at(model: type[Spec], steps: Sequence[str | int], value: Json) -> list[Alternative]:
    """Return the types that may be at a path of `value`; of a union of models, only those whose tag the user chose."""
    *_, last = _walk(model, steps, value)
    return last


def marks_at(model: type[Spec], steps: Sequence[str | int], value: Json) -> list[object]:
    """Return the marks along a path, including those of keys, from the top down as far as the models know the path."""
    return [mark for reached in _walk(model, steps, value) for alternative in reached for mark in alternative.marks]


def tags(models: Iterable[type[Spec]]) -> set[str]:
    """Return the values of discriminator fields: those that are required and allow only one value."""
    return {value for model in models for value in _tags(model).values()}


def _walk(model: type[Spec], steps: Sequence[str | int], value: Json) -> Iterator[list[Alternative]]:
    """Yield the alternatives for the whole document, then for each step below it."""
    reached = [Alternative(model)]
    yield reached
    for step in steps:
        reached = [below for alternative in reached for below in _below(alternative, step)]
        if isinstance(value, Mapping) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, Sequence) and isinstance(step, int):
            value = value[step]
        reached = [alternative for alternative in reached if may_be(alternative, value)] or reached
        yield reached


def _below(alternative: Alternative, step: str | int) -> list[Alternative]:
    """Return the alternatives one step below; the marks of a map's keys come before those of its values."""
    if alternative.model:
        return fields(alternative.model).get(str(step), [])
    of_keys = tuple(mark for key in keys(alternative) for mark in key.marks)
    return [Alternative(member.annotation, of_keys + member.marks) for member in members(alternative)]


def may_be(alternative: Alternative, value: Json) -> bool:
    """Return whether the tags of `value`, if any, allow this alternative."""
    if not alternative.model or not isinstance(value, Mapping):
        return True
    return all(value.get(field) == tag for field, tag in _tags(alternative.model).items())


@cache
def _tags(model: type[Spec]) -> Mapping[str, str]:
    values = {}
    for name, info in model.model_fields.items():
        allowed = typing.get_args(info.annotation)
        if info.is_required() and typing.get_origin(info.annotation) is typing.Literal and len(allowed) == 1:
            values[info.alias or name] = allowed[0]
    return values
