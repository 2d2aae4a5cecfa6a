"""Fields of an object of which one must be given, as CEL and as JSON Schema say it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from function.base.cel import property_name
from function.base.manifest import Json, Manifest, present


class Given(NamedTuple):
    """A field that counts as given if it is there and, where `only` says so, if it is a list with items or is true."""

    field: str
    only: Literal["filled", "true"] | None = None

    @property
    def cel(self) -> str:
        """Return the condition; `self` is the object."""
        name = f"self.{property_name(self.field)}"
        if self.only is None:
            return f"has({name})"
        return f"(has({name}) && size({name}) > 0)" if self.only == "filled" else f"(has({name}) && {name})"

    def bounds(self, message: str) -> Manifest:
        """Return what the value must be, in JSON Schema."""
        if self.only is None:
            return {}
        return {"minItems": 1} if self.only == "filled" else {"const": True, "errorMessage": message}


@dataclass(frozen=True, kw_only=True)
class OneOf:
    """Alternatives, each of one field or of several together. With `exactly`, no field of another one may be there."""

    alternatives: tuple[tuple[Given, ...], ...]
    exactly: bool

    @property
    def cel(self) -> str:
        """Return the condition; `self` is the object."""
        conditions = [" && ".join(given.cel for given in fields) for fields in self.alternatives]
        if self.exactly:
            return f"[{', '.join(conditions)}].exists_one(given, given)"
        several = [len(fields) > 1 for fields in self.alternatives]
        return " || ".join(f"({text})" if long else text for text, long in zip(conditions, several, strict=True))

    def schema(self, message: str) -> Manifest:
        """Return the keyword of JSON Schema; editors show `message`, and validators ignore it."""
        branches: list[Json] = [self._branch(fields, message) for fields in self.alternatives]
        return {"oneOf" if self.exactly else "anyOf": branches}

    def _branch(self, fields: Sequence[Given], message: str) -> Manifest:
        """Return one alternative. The others are false in it, because editors have no own message for two of them."""
        required: list[Json] = [given.field for given in fields]
        properties: Manifest = {given.field: given.bounds(message) for given in fields if given.only}
        if not self.exactly:
            return present({"required": required, "properties": properties})
        others = (given.field for others in self.alternatives for given in others if given not in fields)
        return {
            "required": required,
            "properties": {**properties, **dict.fromkeys(others, False)},
            "errorMessage": message,
        }


def exactly_one(*fields: str) -> OneOf:
    """Return that exactly one of the fields is given."""
    return OneOf(alternatives=tuple((Given(field),) for field in fields), exactly=True)


def at_least_one(*alternatives: Given | tuple[Given, ...]) -> OneOf:
    """Return that at least one of the alternatives is given."""
    found = tuple((fields,) if isinstance(fields, Given) else fields for fields in alternatives)
    return OneOf(alternatives=found, exactly=False)
