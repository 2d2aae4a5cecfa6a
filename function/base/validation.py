"""From a value to a model, with every mistake at the place where the user made it."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TypeVar

from pydantic import ValidationError

from function.base.manifest import Json, without_nulls
from function.base.model import Spec
from function.base.problems import Problem, join
from function.base.rule import Rule
from function.base.validation_errors import problem

S = TypeVar("S", bound=Spec)

_MOST_TOLD = 100
"""Problems of one document: nobody reads on, and each costs time."""

_MOST_LISTED = 20_000
"""Mistakes that pydantic lists: each costs a kilobyte."""


def matches(pattern: str, text: str) -> bool:
    """Return whether the whole text matches; Python's `$` alone would allow a newline after it."""
    return re.fullmatch(pattern.removesuffix("$"), text) is not None


def parse(
    model: type[S], value: Json, path: str, *, context: Mapping[str, object] | None = None
) -> tuple[S | None, list[Problem]]:
    """Return the model of `value`, or None and the first mistakes; a null counts as absent, as the API server has it.

    Rules between fields are judged only once every single field is right. `context` is for fields whose choices are
    settings.
    """
    value = without_nulls(value)
    try:
        parsed = model.model_validate(value, context=context)
    except ValidationError as error:
        return None, _problems(model, value, path, error)
    return parsed, list(islice(broken_rules(parsed, path), _MOST_TOLD))


def _problems(model: type[Spec], value: Json, path: str, error: ValidationError) -> list[Problem]:
    count = error.error_count()
    if count > _MOST_LISTED:
        return [Problem(path=path, message=f"has {count} mistakes, too many to name. write it again", code="EP100")]
    return [problem(model, value, path, details) for details in error.errors(include_url=False)[:_MOST_TOLD]]


def broken_rules(value: object, path: str) -> Iterator[Problem]:
    """Yield a problem for each rule that `value` or anything below it breaks."""
    if isinstance(value, Spec):
        for rule in value.rules:
            if not rule.holds(value):
                yield from _broken(rule, value, path)
        for name, info in type(value).model_fields.items():
            yield from broken_rules(getattr(value, name), join(path, info.alias or name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from broken_rules(item, join(path, key))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from broken_rules(item, join(path, position))


def _broken(rule: Rule, value: Spec, path: str) -> Iterator[Problem]:
    """Yield the problem at the rule's place or places, with what was got before what to do."""
    wrong, stop, advice = rule.message.partition(". ")
    for field, got in rule.places(value) if rule.places else [(rule.field, rule.got(value) if rule.got else "")]:
        where = join(path, *field.split(".")) if field else path
        told = f"; got {got}" if got else ""
        yield Problem(path=where, message=f"{wrong}{told}{stop}{advice}", code=rule.code)
