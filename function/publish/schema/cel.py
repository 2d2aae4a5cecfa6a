"""Texts of CEL rules and the entries of `x-kubernetes-validations` that hold them."""

import re

from function.base.manifest import Manifest, present
from function.base.rule import Rule
from function.publish.schema.bounds import bounds, choice
from function.publish.schema.tree import Scalar

_RESERVED = re.compile(
    "as|break|const|continue|else|false|for|function|if|import|in|let|loop|namespace|null|package|return|true|var|void|while"
)
_ESCAPES = (("__", "__underscores__"), (".", "__dot__"), ("-", "__dash__"), ("/", "__slash__"))
_SPOKEN = ("FieldValueForbidden", "FieldValueRequired")
"""Invalid is what goes without saying, and for Duplicate an API server prints the reason in place of our message."""


def property_name(name: str) -> str:
    """Return a field's name as CEL has to spell it; raise ValueError where CEL cannot name it at all."""
    if _RESERVED.fullmatch(name):
        return f"__{name}__"
    escaped = name
    for plain, spelt in _ESCAPES:
        escaped = escaped.replace(plain, spelt)
    if not re.fullmatch("[a-zA-Z_][a-zA-Z0-9_]*", escaped):
        raise ValueError(f"{name}: a CEL rule cannot name this field")
    return escaped


def validation(rule: Rule) -> Manifest:
    """Return the entry for a rule; raise ValueError where rule or message has several lines."""
    for text in (rule.cel, rule.message):
        if "\n" in text:
            raise ValueError(f"{rule.message!r}: the API server takes rules and messages of one line only")
    return present(
        {
            "rule": rule.cel,
            "message": rule.message,
            "fieldPath": field_path(rule.field) or None,
            "reason": rule.reason if rule.reason in _SPOKEN else None,
        }
    )


def field_path(field: str) -> str:
    """Return `requests.ephemeral-storage` as `.requests['ephemeral-storage']`, "" for the object itself."""
    steps = field.split(".") if field else []
    return "".join(f".{step}" if re.fullmatch("[a-zA-Z_][a-zA-Z0-9_]*", step) else f"['{step}']" for step in steps)


def key_rules(key: Scalar) -> list[Manifest]:
    """Return what a map asks of its keys: a schema of their own they can have in CEL only."""
    rules = [*bounds(key.limits, "key"), *([choice(key.enum, "key")] if key.enum else [])]
    return [{"rule": f"self.all(key, {condition})", "message": f"each key {message}"} for condition, message in rules]
