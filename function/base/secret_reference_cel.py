"""The CEL rule that each reference to a secret names an entry of spec.secrets, generated from the marks of fields."""

from collections.abc import Sequence
from typing import Any

from function.base.alternatives import Alternative, alternatives, fields, keys, members
from function.base.cel import property_name
from function.base.marks import MayReferToSecret

_VARIABLES = ("name", "key", "entry", "item")
"""Loop variables, one for each level of nesting, because the innermost condition uses all of them."""


def secret_reference_cel(field: str, annotation: Any) -> str:
    """Return the expression for a field of the object `self` that also has the map `secrets`.

    Raises ValueError if nothing in this type is marked, because the rule would always hold, and if a mark is on
    anything other than a string.
    """
    path = f"self.{property_name(field)}"
    condition = _condition(path, alternatives(annotation), _VARIABLES)
    if not condition:
        raise ValueError(f"{field}: nothing below it is marked MayReferToSecret")
    return f"!has({path}) || {condition}"


def _condition(path: str, found: Sequence[Alternative], variables: Sequence[str]) -> str:
    """Return the condition for the value at `path`, or "" if it cannot contain a reference."""
    marked = [alternative for alternative in found if _is_marked(alternative)]
    if any(alternative.annotation is not str for alternative in marked):
        raise ValueError(f"{path}: only a string can be marked MayReferToSecret")
    if marked:
        return _known(path)
    inside = [member for alternative in found for member in members(alternative)]
    if inside:
        return _each(path, found, inside, variables)
    return " && ".join(_fields(path, found, variables))


def _is_marked(alternative: Alternative) -> bool:
    return any(isinstance(mark, MayReferToSecret) for mark in alternative.marks)


def _known(path: str) -> str:
    """Return the condition for one string, which may also be a number if the schema says int-or-string.

    Of a reference with a variable, the API server does not know the name.
    """
    named = f"has(self.secrets) && {path}.split('/')[2] in self.secrets"
    exempt = f"type({path}) != string || !{path}.startsWith('secret://') || {path}.contains('${{')"
    return f"{exempt} || ({named})"


def _each(path: str, found: Sequence[Alternative], inside: Sequence[Alternative], variables: Sequence[str]) -> str:
    if not variables:
        raise ValueError(f"{path}: loops are nested too deep")
    variable, *further = variables
    member = f"{path}[{variable}]" if any(keys(alternative) for alternative in found) else variable
    condition = _condition(member, inside, further)
    return f"{path}.all({variable}, {condition})" if condition else ""


def _fields(path: str, found: Sequence[Alternative], variables: Sequence[str]) -> list[str]:
    """Return a condition for each field of all members of a union together: in an XRD they are one object."""
    merged: dict[str, list[Alternative]] = {}
    for model in (alternative.model for alternative in found if alternative.model):
        for name, of_field in fields(model).items():
            merged.setdefault(name, []).extend(of_field)
    paths = {name: f"{path}.{property_name(name)}" for name in merged}
    conditions = {name: _condition(paths[name], of_field, variables) for name, of_field in merged.items()}
    guarded = [f"!has({paths[name]}) || {condition}" for name, condition in conditions.items() if condition]
    return guarded if len(guarded) < 2 else [f"({condition})" for condition in guarded]
