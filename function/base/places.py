"""Which models may stand at a place of a user's document."""

import typing
from collections.abc import Mapping, Sequence
from typing import Any

from function.base.manifest import Json
from function.base.model import Spec


def models_at(model: type[Spec], steps: Sequence[str | int], value: Json) -> list[type[Spec]]:
    """Return the models that may stand at a place of `value`: of a union, those whose tag the user chose."""
    here = [model]
    for step in steps:
        if isinstance(value, Mapping) and isinstance(step, str):
            value = value.get(step)
            infos = [(name, info) for place in here for name, info in place.model_fields.items()]
            found = [info.annotation for name, info in infos if step == (info.alias or name)]
            here = [place for annotation in found for place in _models_in(annotation)] or here
        elif isinstance(value, Sequence) and isinstance(step, int):
            value = value[step]
        here = [place for place in here if _may_be(place, value)] or here
    return here


def _models_in(annotation: Any) -> list[type[Spec]]:
    if isinstance(annotation, type) and issubclass(annotation, Spec):
        return [annotation]
    return [place for part in typing.get_args(annotation) for place in _models_in(part)]


def _may_be(model: type[Spec], value: Json) -> bool:
    """Return whether no tag speaks against it: a required field that allows one value only, and holds another."""
    for name, info in model.model_fields.items():
        allowed = typing.get_args(info.annotation)
        tag = info.is_required() and typing.get_origin(info.annotation) is typing.Literal and len(allowed) == 1
        if tag and isinstance(value, Mapping) and value.get(info.alias or name) not in allowed:
            return False
    return True
