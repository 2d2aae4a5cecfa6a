"""The shape of a model as a tree: the input for XRDs, JSON Schemas, and reference pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from function.base.manifest import Json
from function.base.rule import Rule

Limits: TypeAlias = Mapping[str, Json]
"""Bounds under their JSON Schema names: pattern, maxLength, minimum, exclusiveMinimum (a number), maxItems ..."""

Type: TypeAlias = Literal["string", "integer", "number", "boolean", "int-or-string"]


@dataclass(frozen=True, kw_only=True)
class Scalar:
    """A single value; `enum` is empty if every value within the limits is valid.

    `meaning` describes a pattern among the limits, in words that complete "must be ...".
    """

    type: Type
    limits: Limits = field(default_factory=dict)
    enum: tuple[Json, ...] = ()
    examples: tuple[Json, ...] = ()
    meaning: str = ""


@dataclass(frozen=True, kw_only=True)
class List:
    """A list."""

    item: "Schema"
    limits: Limits = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Map:
    """A map with keys of the user's choice."""

    key: Scalar
    value: "Schema"
    limits: Limits = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Property:
    """A field of an object; `default` is the function's default, or None if a schema cannot express it."""

    schema: "Schema"
    description: str
    required: bool
    default: Json = None


@dataclass(frozen=True, kw_only=True)
class Object:
    """An object with the fields of a model and the rules between them."""

    description: str
    properties: Mapping[str, Property]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Union:
    """One of several objects, chosen by the value of the field `tag`."""

    tag: str
    variants: Mapping[str, Object]


@dataclass(frozen=True)
class AnyObject:
    """An object with any content."""


Schema: TypeAlias = Scalar | List | Map | Object | Union | AnyObject
