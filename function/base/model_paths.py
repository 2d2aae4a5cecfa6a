"""Which models may stand at a place of a user's document."""

import typing
from collections.abc import Iterable, Mapping, Sequence
from types import UnionType
from typing import Any

from function.base.manifest import Json
from function.base.model import Spec


def models_at(model: type[Spec], steps: Sequence[str | int], value: Json) -> list[type[Spec]]:
    """Return the models that may stand at a place of `value`: of a union, those whose tag the user chose."""
    here: list[Any] = [model]
    for step in steps:
        here = [below for place in here for below in _below(place, step)]
        if isinstance(value, Mapping) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, Sequence) and isinstance(step, int):
            value = value[step]
        here = [place for place in here if not _is_model(place) or _may_be(place, value)] or here
    return [place for place in here if _is_model(place)]


def tags(models: Iterable[type[Spec]]) -> set[str]:
    """Return the values of the fields that tell members of a union apart: required, and with one value only."""
    return {value for model in models for value in _tags(model).values()}


def _below(place: Any, step: str | int) -> list[Any]:
    """Return what may lie one step below a model, a mapping or a list."""
    if _is_model(place):
        fields = place.model_fields.items()
        return [one for name, info in fields if step == (info.alias or name) for one in _alternatives(info.annotation)]
    inside = typing.get_origin(place) in (dict, list)
    return _alternatives(typing.get_args(place)[-1]) if inside else []


def _alternatives(annotation: Any) -> list[Any]:
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is typing.Annotated:
        return _alternatives(arguments[0])
    if typing.get_origin(annotation) in (typing.Union, UnionType):
        return [one for argument in arguments for one in _alternatives(argument)]
    return [annotation]


def _is_model(place: Any) -> bool:
    return isinstance(place, type) and issubclass(place, Spec)


def _may_be(model: type[Spec], value: Json) -> bool:
    """Return whether no tag speaks against it."""
    return not isinstance(value, Mapping) or all(value.get(field) == tag for field, tag in _tags(model).items())


def _tags(model: type[Spec]) -> dict[str, str]:
    found = {}
    for name, info in model.model_fields.items():
        allowed = typing.get_args(info.annotation)
        if info.is_required() and typing.get_origin(info.annotation) is typing.Literal and len(allowed) == 1:
            found[info.alias or name] = allowed[0]
    return found
