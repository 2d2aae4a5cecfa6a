"""What pydantic found wrong, in the words and at the path of the user."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from function.base.manifest import Json
from function.base.model import Spec
from function.base.model_paths import models_at, tags
from function.base.problems import Problem, join, shown
from function.base.suggestion import closest_match
from function.base.types import MEANING, UNSHOWN

_TYPES = {
    "string_type": "a string",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
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
    "greater_than": ("more than", "gt"),
    "less_than_equal": ("at most", "le"),
    "less_than": ("less than", "lt"),
}
_LENGTHS = {
    "string_too_short": "at least {min_length} character(s) long",
    "string_too_long": "at most {max_length} characters long",
    "too_short": "at least {min_length} item(s) long",
    "too_long": "at most {max_length} items long",
}


@dataclass(frozen=True)
class _Error:
    """One error of pydantic: `steps` are the user's, `value` is all of it, `got` is "" where it may be a secret."""

    model: type[Spec]
    steps: Sequence[str | int]
    path: str
    kind: str
    context: Mapping[str, Any]
    given: object
    got: str
    value: Json

    @property
    def said(self) -> str:
        return f"; got {self.got}" if self.got else ""


def problem(model: type[Spec], value: Json, root: str, details: ErrorDetails) -> Problem:
    """Return the problem at its path below `root`; `value` is what was validated against `model`."""
    steps = _user_steps(model, value, details["loc"])
    hidden = any(step in UNSHOWN for step in steps)
    error = _Error(
        model=model,
        steps=steps,
        path=join(root, *steps),
        kind=details["type"],
        context=details.get("ctx", {}),
        given=details["input"],
        got="" if hidden else shown(details["input"]),
        value=value,
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
    return known.get(kind, lambda error: Problem(path=error.path, message="is not valid" + error.said, code="EP100"))


def _missing(error: _Error) -> Problem:
    return Problem(path=error.path, message="required field missing", code="EP101")


def _no_tag(error: _Error) -> Problem:
    return Problem(path=join(error.path, _tag(error)), message="required field missing", code="EP101")


def _wrong_tag(error: _Error) -> Problem:
    return _choice(join(error.path, _tag(error)), error.context["expected_tags"], shown(error.context["tag"]))


def _not_one_of(error: _Error) -> Problem:
    return _choice(error.path, error.context["expected"], error.got)


def _tag(error: _Error) -> str:
    return str(error.context["discriminator"]).strip("'")


def _choice(path: str, expected: str, got: str) -> Problem:
    allowed = expected.replace("'", "").replace(" or ", ", ")
    message = f"must be one of [{allowed}], got {got}" if got else f"must be one of [{allowed}]"
    return Problem(path=path, message=message, code="EP104", value=got, expected=allowed)


def _type(error: _Error) -> Problem:
    if error.kind in _STRUCTURES and isinstance(error.given, str):
        # `- NAME=secret` in place of an object: what stands here may be anything
        message = f"must be {_TYPES[error.kind]}; got a string"
        return Problem(path=error.path, message=message, code="EP103")
    message = f"must be {_TYPES[error.kind]}{error.said}{_type_hint(error)}"
    return Problem(path=error.path, message=message, code="EP103", value=error.got)


def _type_hint(error: _Error) -> str:
    if error.kind == "string_type":
        plain = isinstance(error.given, bool | int | float)
        return ". put it in quotes: YAML reads it as another type" if plain else ""
    quoted = isinstance(error.given, str) and error.kind in ("int_type", "bool_type", "float_type")
    return ". remove the quotes" if quoted else ""


def _bound(error: _Error) -> Problem:
    word, key = _BOUNDS[error.kind]
    message = f"must be {word} {error.context[key]}{error.said}"
    return Problem(path=error.path, message=message, code="EP105", value=error.got)


def _length(error: _Error) -> Problem:
    return Problem(path=error.path, message=f"must be {_LENGTHS[error.kind].format(**error.context)}", code="EP105")


def _pattern(error: _Error) -> Problem:
    pattern = error.context["pattern"]
    message = f"must be {MEANING.get(pattern, f'text that matches {pattern}')}{error.said}"
    return Problem(path=error.path, message=message, code="EP106", value=error.got)


def _unknown(error: _Error) -> Problem:
    name = str(error.steps[-1])
    places = models_at(error.model, error.steps[:-1], error.value)
    habit = next((place.common_mistakes[name] for place in places if name in place.common_mistakes), None)
    known = sorted({info.alias or field for place in places for field, info in place.model_fields.items()})
    best = habit or closest_match(name, known)
    hint = f"; did you mean '{best}'?" if best else f". known here: {', '.join(known)}" if known else ""
    return Problem(path=error.path, message=f"unknown field{hint}", code="EP102", suggestion=best)


def _user_steps(model: type[Spec], value: Json, location: Sequence[str | int]) -> list[str | int]:
    """Drop what is not in the user's document: pydantic adds the tag of a union, and [key] where a key is wrong.

    The tag is the first step below a member of a union. A field may be named like it, as `vault` of provider vault.
    """
    steps: list[str | int] = []
    here, tag_follows = value, True
    for position, step in enumerate(location):
        last = position == len(location) - 1
        if isinstance(here, Mapping) and isinstance(step, str):
            if tag_follows and step in tags(models_at(model, steps, value)):
                tag_follows = False
            elif step in here or (last and step != "[key]"):
                steps.append(step)
                here, tag_follows = here.get(step), True
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here):
            steps.append(step)
            here, tag_follows = here[step], True
    return steps
