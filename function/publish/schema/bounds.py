"""Bounds of a value as CEL conditions, each with the message of the function for the same error."""

from collections.abc import Iterator, Sequence

from function.base.cel import literal
from function.base.manifest import Json
from function.publish.schema.tree import Limits

TEXT_LIMITS = ("pattern", "maxLength", "minLength")
_CONDITIONS = {
    "pattern": ("{value}.matches({bound})", "must be {meaning}"),
    "maxLength": ("size({value}) <= {bound}", "must be at most {bound} characters long"),
    "minLength": ("size({value}) >= {bound}", "must be at least {bound} character(s) long"),
    "minimum": ("{value} >= {bound}", "must be at least {bound}"),
    "exclusiveMinimum": ("{value} > {bound}", "must be greater than {bound}"),
    "maximum": ("{value} <= {bound}", "must be at most {bound}"),
    "exclusiveMaximum": ("{value} < {bound}", "must be less than {bound}"),
    "minItems": ("size({value}) >= {bound}", "must have at least {bound} item(s)"),
    "maxItems": ("size({value}) <= {bound}", "must have at most {bound} items"),
    "minProperties": ("size({value}) >= {bound}", "must have at least {bound} item(s)"),
    "maxProperties": ("size({value}) <= {bound}", "must have at most {bound} items"),
}


def bound(keyword: str, limit: Json, value: str, meaning: str = "") -> tuple[str, str]:
    """Return the condition and message for one limit of `value`, a CEL expression; `meaning` describes a pattern."""
    condition, message = _CONDITIONS[keyword]
    return condition.format(value=value, bound=literal(limit)), message.format(bound=limit, meaning=meaning)


def bounds(limits: Limits, value: str, meaning: str = "") -> Iterator[tuple[str, str]]:
    """Yield the condition and message for each limit, the pattern first."""
    for keyword in _CONDITIONS:
        if keyword in limits:
            yield bound(keyword, limits[keyword], value, meaning)


def choice(enum: Sequence[Json], value: str) -> tuple[str, str]:
    """Return the condition and message for a value that must be one of several."""
    known = ", ".join(literal(member) for member in enum)
    return f"{value} in [{known}]", f"must be one of [{', '.join(str(member) for member in enum)}]"
