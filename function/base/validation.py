"""Validation of a value against a model, with each problem at the path that the user wrote."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from function.base.alternatives import Alternative
from function.base.error_location import user_steps
from function.base.leading import leading
from function.base.manifest import Json, without_nulls
from function.base.model import Spec
from function.base.model_paths import models_at
from function.base.partial import kept, partial, readable
from function.base.problems import Place, Problem, describe, join
from function.base.rule import Rule
from function.base.text import Text
from function.base.unknown_field import covered
from function.base.validation_errors import problem

S = TypeVar("S", bound=Spec)

_MAX_PROBLEMS = 100
"""Problems of one document: nobody reads more, and each takes time."""

_MAX_ERRORS = 20_000
"""Errors that pydantic lists: each takes a kilobyte of memory."""


def matches(pattern: str, text: str) -> bool:
    """Return whether the whole text matches; Python's `$` would also match before a trailing newline."""
    return _compiled(pattern).fullmatch(text) is not None


def fits(kind: Text, text: str) -> bool:
    """Return whether a text is one of this kind."""
    return (kind.min_length or 0) <= len(text) <= kind.max_length and matches(kind.pattern, text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.removesuffix("$"))


@dataclass(frozen=True)
class Parsed(Generic[S]):
    """A value and what is wrong with it: `whole` is None if any field is invalid, `part` if too many are."""

    whole: S | None
    part: S | None
    problems: list[Problem]


def parse(
    model: type[S], value: Json, path: str, *, context: Mapping[str, object] | None = None
) -> tuple[S | None, list[Problem]]:
    """Return the model of `value`, or None, and the first problems."""
    parsed = parse_parts(model, value, path, context=context)
    return parsed.whole, parsed.problems


def parse_parts(model: type[S], value: Json, path: str, *, context: Mapping[str, object] | None = None) -> Parsed[S]:
    """Return what can be read of `value`, and the first problems; null means absent, as in the API server.

    Rules between fields are checked as far as the fields that they read are valid. `context` is for fields whose
    choices come from settings.
    """
    value = without_nulls(value)
    try:
        whole = model.model_validate(value, context=context)
    except ValidationError as error:
        found = _problems(model, value, path, error)
        if error.error_count() > _MAX_PROBLEMS:
            return Parsed(None, None, found)
        part = partial(model, value, _invalid(model, value, error))
        rules = broken_rules(part, path) if isinstance(value, Mapping) else ()  # without fields, none is missing
        return Parsed(None, part, [*found, *islice(rules, _MAX_PROBLEMS)])
    return Parsed(whole, whole, list(islice(broken_rules(whole, path), _MAX_PROBLEMS)))


def _invalid(model: type[Spec], value: Json, error: ValidationError) -> Iterator[list[str | int]]:
    """Yield the paths of invalid values; a missing or unknown field is not a value."""
    for details in error.errors(include_url=False):
        if details["type"] not in ("missing", "extra_forbidden"):
            yield user_steps(model, value, details["loc"])


def _problems(model: type[Spec], value: Json, path: str, error: ValidationError) -> list[Problem]:
    count = error.error_count()
    if count > _MAX_ERRORS:
        return [Problem(path=path, message=describe(f"has {count} errors", hint="write it again"), code="EP100")]
    listed = error.errors(include_url=False)[:_MAX_PROBLEMS]
    return [_problem(model, value, path, details) for details in listed if not _covered(model, value, details)]


def _covered(model: type[Spec], value: Json, details: ErrorDetails) -> bool:
    """Return whether a field is missing because the user wrote another name for it, which has a problem of its own."""
    if details["type"] != "missing" or not isinstance(details["input"], Mapping):
        return False
    *above, last = user_steps(model, value, details["loc"])
    return last in covered(models_at(model, above, value), details["input"])


def broken_rules(value: object, path: str) -> Iterator[Problem]:
    """Yield a problem for each rule that `value` or anything below it violates; what is not set breaks none."""
    if isinstance(value, list):
        for position, item in enumerate(value):
            yield from broken_rules(item, join(path, position))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from broken_rules(item, join(path, key))
    elif isinstance(value, Spec):
        for rule in value.rules:
            if not kept(rule.holds, value):
                yield from readable(_broken(rule, value, path))
        given = value.model_fields_set
        for name, shown in leading(type(value), _has_rules):
            if name in given:
                yield from broken_rules(getattr(value, name, None), join(path, shown))


def _has_rules(alternative: Alternative) -> bool:
    return alternative.model is not None and bool(alternative.model.rules)


def _problem(model: type[Spec], value: Json, path: str, details: ErrorDetails) -> Problem:
    """Return the problem of a single field, pointing at its key where that is what is wrong."""
    found = problem(model, value, path, details)
    return replace(found, place=Place(found.path, key=True), fix=None) if details["loc"][-1:] == ("[key]",) else found


def _broken(rule: Rule, value: Spec, path: str) -> Iterator[Problem]:
    """Yield the problem of a rule that does not hold, for each path that the rule names."""
    below = rule.breaks(value) if rule.breaks else None
    place = Place(join(path, below.path) if below.path else path, below.key) if below else None
    for field, got in rule.places(value) if rule.places else [(rule.field, rule.got(value) if rule.got else "")]:
        where = join(path, *field.split(".")) if field else path
        yield Problem(path=where, message=rule.describe(got), code=rule.code, place=place)
