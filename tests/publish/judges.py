"""What an API server makes of a spec, judged by a validator of JSON Schema and an evaluator of CEL."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import jsonschema_rs
from cel_expr_python import cel
from cel_expr_python.ext import ext_optional, ext_strings

from function.apis.registry import APIS
from function.base.cel import property_name
from function.base.problems import Problem, join
from function.platform.config import PlatformConfig
from function.publish.schema.structural import structural
from function.publish.schema.variables import spec_tree
from tests.every_rule import RULES
from tests.schemas.structural import closed

_CEL = cel.NewEnv(variables={"self": cel.Type.DYN}, extensions=[ext_strings.ExtStrings(), ext_optional.ExtOptional()])
OF_KUBERNETES = "quantity("
"""Only an API server has this function, so rules that use it are left to it."""


@cache
def compiled(expression: str) -> cel.Expression:
    """Return the expression, compiled once."""
    return _CEL.compile(expression)


_REQUIRED_BY_RULE = {
    join("spec", rule.field) for api in APIS.values() for rule in api.spec.rules if rule.code.startswith("EP1")
}
"""Fields that are required unless another one replaces them, which no schema of a single field says."""


def of_single_fields(problems: Iterable[Problem]) -> list[Problem]:
    found = [problem for problem in problems if problem.code.startswith("EP1")]
    return [problem for problem in found if problem.path not in _REQUIRED_BY_RULE or "required" not in problem.message]


def of_the_schema(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that a JSON Schema can find: about single fields, and about which of several are given."""
    return [
        problem for problem in problems if problem.code.startswith("EP1") or rule_of(problem)[1] in _ABOUT_ALTERNATIVES
    ]


def rule_of(problem: Problem) -> tuple[str, str]:
    """Return path and message without what was got, which comes before the hint."""
    wrong, _, got = problem.message.partition("; got ")
    _, stop, hint = got.partition(". Hint: ")
    return problem.path, f"{wrong}{stop}{hint}"


_ABOUT_ALTERNATIVES = {rule.describe() for _, rule in RULES if rule.one_of}


def rules(schema: Any) -> Iterator[dict[str, str]]:
    """Yield every rule of a schema, wherever it is."""
    if isinstance(schema, Mapping):
        yield from schema.get("x-kubernetes-validations", [])
        for found in schema.values():
            yield from rules(found)


def validator(schema: Any) -> Any:
    """Return the validator of a structural schema; unknown fields count as mistakes."""
    return jsonschema_rs.Draft4Validator(closed(schema))


SCHEMAS: dict[str, Any] = {api.kind: structural(spec_tree(api, PlatformConfig())) for api in APIS.values()}
"""What an API server checks the spec of each API against."""
STRUCTURES = {kind: validator(schema) for kind, schema in SCHEMAS.items()}


def accepted(kind: str, spec: Any) -> bool:
    """Return whether an API server accepts a spec of the API."""
    return STRUCTURES[kind].is_valid(spec) and not list(broken(SCHEMAS[kind], spec, "spec"))


def broken(schema: Any, value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield place and message of each rule that does not hold, as an API server would find them."""
    for rule in schema.get("x-kubernetes-validations", []):
        if OF_KUBERNETES not in rule["rule"] and not holds(rule, schema, value):
            yield path + rule.get("fieldPath", ""), rule["message"]
    if isinstance(value, dict):
        for key, item in value.items():
            yield from broken(_below(schema, key), item, join(path, key))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from broken(schema.get("items", {}), item, join(path, position))


def holds(rule: Mapping[str, str], schema: Any, value: Any) -> bool:
    """Return what the rule says of a value of that schema."""
    found = compiled(rule["rule"]).eval(data={"self": _in_cel(schema, value)})
    assert found.type() == cel.Type.BOOL, f"{rule['rule']}: {found.value()}"
    return bool(found.value())


def message(rule: Mapping[str, str], schema: Any, value: Any) -> str:
    """Return the message with which an API server reports the rule."""
    if "messageExpression" not in rule:
        return rule["message"]
    return str(compiled(rule["messageExpression"]).eval(data={"self": _in_cel(schema, value)}).value())


def _in_cel(schema: Any, value: Any) -> Any:
    """Return the value with its fields spelled as rules have to; the keys of a map stay as they are."""
    if isinstance(value, dict):
        fields = schema.get("properties", {})
        return {
            property_name(key) if key in fields else key: _in_cel(_below(schema, key), item)
            for key, item in value.items()
        }
    return [_in_cel(schema.get("items", {}), item) for item in value] if isinstance(value, list) else value


def _below(schema: Any, key: str) -> Any:
    return schema.get("properties", {}).get(key) or schema.get("additionalProperties", {})
