"""Reads the tree of a model, and rejects by name what a Kubernetes structural schema cannot express."""

import re
from collections.abc import Mapping
from typing import Any

from function.base.manifest import Json, present
from function.base.model import Spec
from function.base.problems import describe
from function.base.text import MEANING
from function.platform.config import PlatformConfig
from function.publish.schema.pydantic_schema import DOCSTRING, RULES, pydantic_schema
from function.publish.schema.tree import AnyObject, Limits, List, Map, Object, Property, Scalar, Schema, Union

_LIMITS = {
    "string": {"pattern", "minLength", "maxLength"},
    "integer": {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"},
    "number": {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"},
    "boolean": set[str](),
    "int-or-string": {"pattern", "minLength", "maxLength", "minimum", "maximum"},
    "array": {"minItems", "maxItems"},
    "object": {"minProperties", "maxProperties"},
}
_OTHER_KEYWORDS = {"title", "description", "default", "type", "format"}
"""Keywords that are not bounds. The checkers interpret `format` differently, so only the function uses it."""


def read(model: type[Spec], config: PlatformConfig) -> Object:
    """Return the tree of a model; `x-enum-from: sizes` becomes the names of the platform's sizes.

    Raises ValueError, naming the field, for a keyword, type or recursion that an XRD cannot express.
    """
    return _object(pydantic_schema(model, config), model.__name__)


def _schema(node: dict[str, Any], path: str) -> Schema:
    if "anyOf" in node:
        return _schema(_without_null(node, path), path)
    if "oneOf" in node:
        return _union(node, path)
    if "x-kubernetes-int-or-string" in node:
        return _scalar({**node, "type": "int-or-string"}, path)
    kind = node.get("type")
    if kind == "array":
        limits = _limits(node, path, {"items"})
        return List(item=_schema(node.get("items", {}), f"{path}[]"), limits=limits)
    if kind == "object":
        return _object(node, path) if node.get("additionalProperties") is False else _map(node, path)
    return _scalar(node, path)


def _without_null(node: dict[str, Any], path: str) -> dict[str, Any]:
    """Return the type next to null: the API server drops a null, so "or null" means "not required"."""
    others = [choice for choice in node["anyOf"] if choice != {"type": "null"}]
    if len(others) != 1:
        raise ValueError(f"{path}: a union without a tag has no structural schema")
    return {**others[0], **{key: value for key, value in node.items() if key != "anyOf"}}


def _union(node: dict[str, Any], path: str) -> Union:
    if "discriminator" not in node:
        raise ValueError(f"{path}: a union without a tag has no structural schema")
    tag = node["discriminator"]["propertyName"]
    variants = [_object(variant, path) for variant in node["oneOf"]]
    return Union(tag=tag, variants={_only_value(variant, tag, path): variant for variant in variants})


def _only_value(variant: Object, tag: str, path: str) -> str:
    schema = variant.properties[tag].schema
    if not isinstance(schema, Scalar) or len(schema.enum) != 1 or not isinstance(schema.enum[0], str):
        raise ValueError(f"{path}.{tag}: must be a Literal of one string in each variant")
    return schema.enum[0]


def _object(node: dict[str, Any], path: str) -> Object:
    _limits(node, path, {"properties", "required", "additionalProperties", RULES, DOCSTRING})
    required = node.get("required", [])
    return Object(
        description=_one_line(node[DOCSTRING]),
        properties={
            name: _property(field, f"{path}.{name}", required=name in required)
            for name, field in node.get("properties", {}).items()
        },
        rules=tuple(node.get(RULES, ())),
    )


def _property(node: dict[str, Any], path: str, *, required: bool) -> Property:
    schema = _schema(node, path)
    return Property(
        schema=schema,
        description=_one_line(node.get("description", "")),
        required=required,
        default=None if isinstance(schema, Object) else _without_empty(node.get("default")),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _map(node: dict[str, Any], path: str) -> Schema:
    limits = _limits(node, path, {"additionalProperties", "patternProperties", "propertyNames"})
    if node.get("additionalProperties") is True:
        return AnyObject()
    patterns = node.get("patternProperties", {})
    if len(patterns) > 1:
        raise ValueError(f"{path}: keys of several patterns have no structural schema")
    key = {"type": "string", **node.get("propertyNames", {}), **({"pattern": next(iter(patterns))} if patterns else {})}
    value = next(iter(patterns.values())) if patterns else node["additionalProperties"]
    return Map(key=_scalar(key, path), value=_schema(value, f"{path}.*"), limits=limits)


def _scalar(node: dict[str, Any], path: str) -> Scalar:
    kind = node.get("type")
    if kind not in _LIMITS:
        raise ValueError(f"{path}: type {kind!r} has no structural schema")
    enum = node.get("enum", [node["const"]] if "const" in node else [])
    if "pattern" in node and MEANING not in node:
        raise ValueError(describe(f"{path}: a pattern requires a meaning in words", hint="annotate the type with Text"))
    known = {"enum", "const", "examples", "x-kubernetes-int-or-string", MEANING}
    limits = {**(_as_text(node) if kind == "int-or-string" else {}), **_limits(node, path, known)}
    examples = tuple(node.get("examples", ()))
    return Scalar(type=kind, limits=limits, enum=tuple(enum), examples=examples, meaning=node.get(MEANING, ""))


def _as_text(node: dict[str, Any]) -> Limits:
    """Return the bounds of a number in place of a string, which has a sign if the pattern allows one.

    Numbers are exact to 2^53.
    """
    longest = node.get("maxLength", 16)
    signed = re.fullmatch(node.get("pattern", ".*"), "-1") is not None
    return {
        "maximum": 10 ** min(longest, 15) - 1,
        "minimum": 1 - 10 ** min(longest - 1, 15) if signed else 0,
    }


def _limits(node: dict[str, Any], path: str, known: set[str]) -> Limits:
    """Return the bounds, sorted by name; raises ValueError for a keyword that is neither a bound nor known."""
    allowed = _LIMITS.get(node.get("type", "object"), set())
    for keyword in sorted(node.keys() - known - allowed - _OTHER_KEYWORDS):
        raise ValueError(f"{path}: the keyword {keyword!r} is not supported in a structural schema")
    return {keyword: node[keyword] for keyword in sorted(allowed & node.keys())}


def _without_empty(default: Json) -> Json:
    """Return a default without nulls and empty parts, or None if nothing is left."""
    if isinstance(default, list):
        return default or None
    if not isinstance(default, Mapping):
        return default
    return present({name: _without_empty(value) for name, value in default.items()}) or None
