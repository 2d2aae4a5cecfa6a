"""A second judge of CEL texts: Google's evaluator, which answers errors as values."""

from collections.abc import Callable
from functools import cache

from cel_expr_python import cel
from cel_expr_python.ext import ext_strings

from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig


@cache
def _compiled(expression: str, variable: str) -> cel.Expression:
    return cel.NewEnv(variables={variable: cel.Type.DYN}, extensions=[ext_strings.ExtStrings()]).compile(expression)


def judge(expression: str, variable: str, value: Json) -> bool:
    """Return what the expression says of the value; an error or anything but a truth value fails the test."""
    found = _compiled(expression, variable).eval(data={variable: value})
    assert found.type() == cel.Type.BOOL, f"{expression}: {found.value()}"
    return bool(found.value())


def warned_about(cel_of: Callable[[PlatformConfig], str | None] | None, document: Manifest) -> bool:
    """Return whether the API server warns about a document, in takeover mode."""
    assert cel_of is not None
    expression = cel_of(PlatformConfig.model_validate({"takeoverMode": True}))
    assert expression is not None
    return not judge(expression, "object", document)


def is_a_truth_value(expression: str, variable: str) -> bool:
    """Return whether the static type is bool: for another one provider-kubernetes says "not ready", and no error."""
    return bool(_compiled(expression, variable).return_type() == cel.Type.BOOL)
