"""What pydantic found wrong, in the words and at the path of the user."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from function.base.manifest import Json
from function.base.model import Spec
from function.base.model_paths import models_at, tags
from function.base.problems import Problem, join, shown
from function.base.suggestion import nearest
from function.base.types import MEANING, UNSHOWN

_LONG_NUMBER = re.compile("[-+]?[0-9]{20,}")
"""YAML reads a number that fits no type of Go's as text, with or without quotes."""
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
class _Mistake:
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
    mistake = _Mistake(
        model=model,
        steps=steps,
        path=join(root, *steps),
        kind=details["type"],
        context=details.get("ctx", {}),
        given=details["input"],
        got="" if hidden else shown(details["input"]),
        value=value,
    )
    return _writer(mistake.kind)(mistake)


def _writer(kind: str) -> Callable[[_Mistake], Problem]:
    known: dict[str, Callable[[_Mistake], Problem]] = {
        "missing": _missing,
        "extra_forbidden": _unknown,
        "literal_error": _not_one_of,
        "union_tag_invalid": _wrong_tag,
        "union_tag_not_found": _no_tag,
        "string_pattern_mismatch": _pattern,
    }
    known |= dict.fromkeys(_TYPES, _type) | dict.fromkeys(_BOUNDS, _bound) | dict.fromkeys(_LENGTHS, _length)
    return known.get(
        kind, lambda mistake: Problem(path=mistake.path, message="is not valid" + mistake.said, code="EP100")
    )


def _missing(mistake: _Mistake) -> Problem:
    return Problem(path=mistake.path, message="required field missing", code="EP101")


def _no_tag(mistake: _Mistake) -> Problem:
    return Problem(path=join(mistake.path, _tag(mistake)), message="required field missing", code="EP101")


def _wrong_tag(mistake: _Mistake) -> Problem:
    # pydantic spells out the whole of a tag that is an object or a list
    tag = mistake.given[_tag(mistake)] if isinstance(mistake.given, Mapping) else None
    return _choice(join(mistake.path, _tag(mistake)), mistake.context["expected_tags"], shown(tag))


def _not_one_of(mistake: _Mistake) -> Problem:
    return _choice(mistake.path, mistake.context["expected"], mistake.got)


def _tag(mistake: _Mistake) -> str:
    return str(mistake.context["discriminator"]).strip("'")


def _choice(path: str, expected: str, got: str) -> Problem:
    allowed = expected.replace("'", "").replace(" or ", ", ")
    message = f"must be one of [{allowed}], got {got}" if got else f"must be one of [{allowed}]"
    return Problem(path=path, message=message, code="EP104", value=got, expected=allowed)


def _type(mistake: _Mistake) -> Problem:
    if mistake.kind in _STRUCTURES and isinstance(mistake.given, str):
        # `- NAME=secret` in place of an object: what stands here may be anything
        message = f"must be {_TYPES[mistake.kind]}; got a string"
        return Problem(path=mistake.path, message=message, code="EP103")
    message = f"must be {_TYPES[mistake.kind]}{mistake.said}{_type_hint(mistake)}"
    return Problem(path=mistake.path, message=message, code="EP103", value=mistake.got)


def _type_hint(mistake: _Mistake) -> str:
    if mistake.kind == "string_type":
        plain = isinstance(mistake.given, bool | int | float)
        return ". put it in quotes: YAML reads it as another type" if plain else ""
    if not isinstance(mistake.given, str) or mistake.kind not in ("int_type", "bool_type", "float_type"):
        return ""
    return ". a number has at most 19 digits" if _LONG_NUMBER.fullmatch(mistake.given) else ". remove the quotes"


def _bound(mistake: _Mistake) -> Problem:
    word, key = _BOUNDS[mistake.kind]
    message = f"must be {word} {mistake.context[key]}{mistake.said}"
    return Problem(path=mistake.path, message=message, code="EP105", value=mistake.got)


def _length(mistake: _Mistake) -> Problem:
    return Problem(
        path=mistake.path, message=f"must be {_LENGTHS[mistake.kind].format(**mistake.context)}", code="EP105"
    )


def _pattern(mistake: _Mistake) -> Problem:
    pattern = mistake.context["pattern"]
    message = f"must be {MEANING.get(pattern, f'text that matches {pattern}')}{mistake.said}"
    return Problem(path=mistake.path, message=message, code="EP106", value=mistake.got)


def _unknown(mistake: _Mistake) -> Problem:
    name = str(mistake.steps[-1])
    places = models_at(mistake.model, mistake.steps[:-1], mistake.value)
    habit = next((place.habits[name] for place in places if name in place.habits), None)
    known = sorted({info.alias or field for place in places for field, info in place.model_fields.items()})
    best = habit or nearest(name, known)
    hint = f"; did you mean '{best}'?" if best else f". known here: {', '.join(known)}" if known else ""
    return Problem(path=mistake.path, message=f"unknown field{hint}", code="EP102", suggestion=best)


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
