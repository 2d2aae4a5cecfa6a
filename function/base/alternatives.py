"""Splits a type annotation into the single types that a value may have, each with its marks."""

import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any

from function.base.model import Spec


@dataclass(frozen=True)
class Alternative:
    """A single type and everything that annotates it."""

    annotation: Any
    marks: tuple[object, ...] = ()

    @property
    def model(self) -> type[Spec] | None:
        """Return the type if it is a model."""
        return self.annotation if isinstance(self.annotation, type) and issubclass(self.annotation, Spec) else None


def alternatives(annotation: Any, marks: tuple[object, ...] = ()) -> list[Alternative]:
    """Return the members of a union except None, or the type itself; each gets the `marks` of the whole."""
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is typing.Annotated:
        return alternatives(arguments[0], (*marks, *arguments[1:]))
    if typing.get_origin(annotation) in (typing.Union, UnionType):
        types = [argument for argument in arguments if argument is not NoneType]
        return [member for argument in types for member in alternatives(argument, marks)]
    return [Alternative(annotation, marks)]


@cache
def fields(model: type[Spec]) -> Mapping[str, list[Alternative]]:
    """Return the fields of a model as users spell them."""
    return {
        info.alias or name: alternatives(info.annotation, tuple(info.metadata))
        for name, info in model.model_fields.items()
    }


def keys(alternative: Alternative) -> list[Alternative]:
    """Return the types that the keys of a map may have; [] for anything else."""
    arguments = typing.get_args(alternative.annotation)
    return alternatives(arguments[0]) if typing.get_origin(alternative.annotation) is dict else []


def members(alternative: Alternative) -> list[Alternative]:
    """Return the types of the items of a list or the values of a map; [] for anything else."""
    arguments = typing.get_args(alternative.annotation)
    return alternatives(arguments[-1]) if typing.get_origin(alternative.annotation) in (dict, list) else []
