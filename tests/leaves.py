"""The fields of a model that hold values, by paths such as `env[].name` and `scaling.triggers[](cron).start`."""

import re
from collections.abc import Iterator
from copy import deepcopy
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from function.base.manifest import Json, Manifest
from function.base.model import Spec


def leaves(model: type[Spec], path: str = "") -> Iterator[str]:
    """Yield the paths; not those of fields that can hold one value only, such as the tag of a trigger."""
    for name, info in model.model_fields.items():
        here = f"{path}.{info.alias or name}" if path else info.alias or name
        yield from _below(info.annotation, here)


def _below(annotation: Any, path: str) -> Iterator[str]:
    arguments = [argument for argument in get_args(annotation) if argument is not NoneType]
    models = [argument for argument in arguments if isinstance(argument, type) and issubclass(argument, Spec)]
    if isinstance(annotation, type) and issubclass(annotation, Spec):
        yield from leaves(annotation, path)
    elif get_origin(annotation) is list:
        yield from _below(arguments[0], f"{path}[]")
    elif get_origin(annotation) is dict:
        yield from _below(arguments[1], f"{path}{{}}")
    elif len(models) > 1:
        for model in models:
            yield from leaves(model, f"{path}({_tag(model)})")
    elif get_origin(annotation) is Literal:
        if len(arguments) > 1:
            yield path
    elif arguments:
        # Annotated, and a field that may be absent
        only = arguments[0]
        yield from [path] if get_origin(only) is Literal else _below(only, path)
    else:
        yield path


def leaf(place: str) -> str:
    """Return the field that a place such as `env[0].name` or `podLabels{team}` in a document belongs to."""
    return re.sub(r"\{[^}]*\}", "{}", re.sub(r"\[\d+\]", "[]", place))


def replaced(value: Json, place: str, new: Json) -> Manifest:
    """Return a copy of an object with another value at a place."""
    changed: Any = deepcopy(value)
    *above, last = re.findall(r"[^.\[\]{}]+", re.sub(r"\([^)]*\)", "", place))
    below = changed
    for step in above:
        below = below[int(step)] if isinstance(below, list) else below[step]
    below[int(last) if isinstance(below, list) else last] = new
    return dict(changed)


def _tag(model: type[Spec]) -> str:
    literals = [info.annotation for info in model.model_fields.values() if get_origin(info.annotation) is Literal]
    return str(next(get_args(one)[0] for one in literals if len(get_args(one)) == 1))
