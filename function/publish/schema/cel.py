"""The entries of `x-kubernetes-validations`."""

import re

from function.base.manifest import Manifest, present
from function.base.rule import Rule
from function.publish.schema.bounds import bounds, choice
from function.publish.schema.tree import Scalar

_PUBLISHED_REASONS = ("FieldValueForbidden", "FieldValueRequired")
"""Reasons to publish. Invalid is the default, and for Duplicate an API server replaces our message with the reason."""


def validation(rule: Rule) -> Manifest:
    """Return the entry for a rule; raises ValueError if the rule or the message has several lines."""
    message = rule.describe()
    for text in (rule.cel, message):
        if "\n" in text:
            raise ValueError(f"{message!r}: the API server accepts only rules and messages of one line")
    return present(
        {
            "rule": rule.cel,
            "message": message,
            "fieldPath": field_path(rule.field) or None,
            "reason": rule.reason if rule.reason in _PUBLISHED_REASONS else None,
        }
    )


def field_path(field: str) -> str:
    """Return `requests.ephemeral-storage` as `.requests['ephemeral-storage']`, "" for the object itself."""
    steps = field.split(".") if field else []
    return "".join(f".{step}" if re.fullmatch("[a-zA-Z_][a-zA-Z0-9_]*", step) else f"['{step}']" for step in steps)


def key_rules(key: Scalar) -> list[Manifest]:
    """Return the entries for the keys of a map, which a structural schema can restrict only with CEL."""
    rules = [*bounds(key.limits, "key", key.meaning), *([choice(key.enum, "key")] if key.enum else [])]
    return [{"rule": f"self.all(key, {condition})", "message": f"each key {message}"} for condition, message in rules]
