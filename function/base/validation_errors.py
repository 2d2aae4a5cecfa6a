"""Translation of pydantic's errors into problems, with messages and paths for users."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from function.base.error_location import user_steps
from function.base.fix import Rename, other_case
from function.base.manifest import Json
from function.base.marks import MayHoldSecret
from function.base.model import Spec
from function.base.model_paths import alternatives_at, marks_at
from function.base.problems import Problem, describe, join, shown
from function.base.text import Text
from function.base.type_hint import scalar_fix, scalar_hint, structure_hint
from function.base.unknown_field import advice

_TYPES = {
    "string_type": "a string",
    "int_type": "an integer",
    "int_from_float": "an integer",
    "bool_type": "true or false",
    "float_type": "a number",
    "list_type": "a list",
    "dict_type": "an object",
    "model_type": "an object",
    "model_attributes_type": "an object",
}
_STRUCTURES = ("list_type", "dict_type", "model_type", "model_attributes_type")
_BOUNDS = {
    "greater_than_equal": ("at least", "ge"),
    "greater_than": ("greater than", "gt"),
    "less_than_equal": ("at most", "le"),
    "less_than": ("less than", "lt"),
}
_LENGTHS = {
    "string_too_short": "must be at least {min_length} character(s) long",
    "string_too_long": "must be at most {max_length} characters long",
    "too_short": "must have at least {min_length} item(s)",
    "too_long": "must have at most {max_length} items",
}


@dataclass(frozen=True)
class _Error:
    """One pydantic error: `steps` lead to it in the document `value`, and `marks` are those along the steps."""

    model: type[Spec]
    root: str
    steps: Sequence[str | int]
    path: str
    kind: str
    context: Mapping[str, Any]
    given: object
    value: Json
    marks: Sequence[object]

    @property
    def got(self) -> str:
        return self.shown(self.given)

    def shown(self, value: object) -> str:
        """Return a literal for a rejected value, or "" if it may be a secret."""
        return "" if any(isinstance(mark, MayHoldSecret) for mark in self.marks) else shown(value)


def problem(model: type[Spec], value: Json, root: str, details: ErrorDetails) -> Problem:
    """Return the problem at its path below `root`; `value` is what was validated against `model`."""
    steps = user_steps(model, value, details["loc"])
    error = _Error(
        model=model,
        root=root,
        steps=steps,
        path=join(root, *steps),
        kind=details["type"],
        context=details.get("ctx", {}),
        given=details["input"],
        value=value,
        marks=marks_at(model, steps, value),
    )
    return _writer(error.kind)(error)


def _writer(kind: str) -> Callable[[_Error], Problem]:
    known: dict[str, Callable[[_Error], Problem]] = {
        "missing": _missing,
        "extra_forbidden": _unknown,
        "literal_error": _not_one_of,
        "union_tag_invalid": _wrong_tag,
        "union_tag_not_found": _no_tag,
        "string_pattern_mismatch": _pattern,
    }
    known |= dict.fromkeys(_TYPES, _type) | dict.fromkeys(_BOUNDS, _bound) | dict.fromkeys(_LENGTHS, _length)
    return known.get(kind, _invalid)


def _invalid(error: _Error) -> Problem:
    return Problem(path=error.path, message=describe("is not valid", got=error.got), code="EP100")


def _missing(error: _Error) -> Problem:
    return Problem(path=error.path, message="required field missing", code="EP101")


def _no_tag(error: _Error) -> Problem:
    return Problem(path=join(error.path, _tag(error)), message="required field missing", code="EP101")


def _wrong_tag(error: _Error) -> Problem:
    # pydantic spells out the whole of a tag that is an object or a list
    tag = error.given[_tag(error)] if isinstance(error.given, Mapping) else None
    return _choice(join(error.path, _tag(error)), error.context["expected_tags"], error.shown(tag), tag)


def _not_one_of(error: _Error) -> Problem:
    return _choice(error.path, error.context["expected"], error.got, error.given)


def _tag(error: _Error) -> str:
    return str(error.context["discriminator"]).strip("'")


def _choice(path: str, expected: str, got: str, given: object) -> Problem:
    allowed = expected.replace("'", "").replace(" or ", ", ")
    message = f"must be one of [{allowed}], got {got}" if got else f"must be one of [{allowed}]"
    fix = other_case(given, allowed.split(", "))
    return Problem(path=path, message=message, code="EP104", value=got, expected=allowed, fix=fix)


def _type(error: _Error) -> Problem:
    wanted = f"must be {_TYPES[error.kind]}"
    if error.kind not in _STRUCTURES:
        hint = scalar_hint(error.kind, error.given, error.marks)
        fix = scalar_fix(error.kind, error.given, error.marks)
        message = describe(wanted, got=error.got, hint=hint)
        return Problem(path=error.path, message=message, code="EP103", value=error.got, fix=fix)
    hint = (
        structure_hint(error.steps[-1], alternatives_at(error.model, error.steps, error.value)) if error.steps else ""
    )
    if isinstance(error.given, str):
        # `- NAME=secret` instead of an object: the string may contain anything
        return Problem(path=error.path, message=describe(wanted, got="a string", hint=hint), code="EP103")
    return Problem(path=error.path, message=describe(wanted, got=error.got, hint=hint), code="EP103", value=error.got)


def _bound(error: _Error) -> Problem:
    word, key = _BOUNDS[error.kind]
    message = describe(f"must be {word} {error.context[key]}", got=error.got)
    return Problem(path=error.path, message=message, code="EP105", value=error.got)


def _length(error: _Error) -> Problem:
    return Problem(path=error.path, message=_LENGTHS[error.kind].format(**error.context), code="EP105")


def _pattern(error: _Error) -> Problem:
    pattern = error.context["pattern"]
    # the last one is the nearest: a map's keys may have a pattern too
    texts = [mark for mark in error.marks if isinstance(mark, Text) and mark.pattern == pattern]
    meaning = texts[-1].meaning if texts else f"a string that matches {pattern}"
    message = describe(f"must be {meaning}", got=error.got)
    return Problem(path=error.path, message=message, code="EP106", value=error.got)


def _unknown(error: _Error) -> Problem:
    found = advice(error.model, error.root, error.value, error.steps)
    message = f"unknown field; did you mean '{found.field}'?" if found.field else "unknown field"
    hint = f"{'' if found.field else '.'} Hint: {found.hint}" if found.hint else ""
    fix = Rename(found.rename) if found.rename else None
    return Problem(path=error.path, message=message + hint, code="EP102", suggestion=found.field or None, fix=fix)
