"""The entries of `x-kubernetes-validations`."""

import re

from function.base.manifest import Manifest, present
from function.base.rule import Rule
from function.publish.schema.bounds import bounds, choice
from function.publish.schema.tree import Scalar

_SPOKEN = ("FieldValueForbidden", "FieldValueRequired")
"""Invalid is what goes without saying, and for Duplicate an API server prints the reason in place of our message."""


def validation(rule: Rule) -> Manifest:
    """Return the entry for a rule; raise ValueError where rule or message has several lines."""
    message = rule.describe()
    for text in (rule.cel, message):
        if "\n" in text:
            raise ValueError(f"{message!r}: the API server takes rules and messages of one line only")
    return present(
        {
            "rule": rule.cel,
            "message": message,
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
    rules = [*bounds(key.limits, "key", key.meaning), *([choice(key.enum, "key")] if key.enum else [])]
    return [{"rule": f"self.all(key, {condition})", "message": f"each key {message}"} for condition, message in rules]
