"""A tagged union as one structural object: all variants' fields side by side, and CEL rules that keep them apart.

`oneOf` would do in principle, but an API server then reports branches that the user never meant.
"""

from collections.abc import Callable
from dataclasses import replace

from function.base.cel import literal, property_name
from function.base.manifest import Json, Manifest, present
from function.publish.schema import cel
from function.publish.schema.tree import Object, Property, Variants

_PLURALS = (("ies", "y"), ("sses", "ss"), ("s", ""))


def singular(name: str) -> str:
    """Return what one member of a field is called: triggers, trigger; policies, policy."""
    for plural, one in _PLURALS:
        if name.endswith(plural):
            return name.removesuffix(plural) + one
    return name


def merged(union: Variants, noun: str, write: Callable[[str, Property], Manifest]) -> Manifest:
    """Return the object; `write` gives the structural schema of one property.

    Raises ValueError where two variants give one field two schemas.
    """
    names = {name: None for variant in union.variants.values() for name in variant.properties if name != union.tag}
    tag: Manifest = {"description": _grouped(_docs(union)), "type": "string", "enum": list(union.variants)}
    properties: Manifest = {union.tag: tag, **{name: _shared(union, name, write) for name in names}}
    rules = [
        entry
        for kind, variant in union.variants.items()
        for entry in _rules(union.tag, kind, variant, [name for name in names if name not in variant.properties], noun)
    ]
    return {
        "type": "object",
        "required": [union.tag],
        "properties": properties,
        "x-kubernetes-validations": rules,
    }


def _docs(union: Variants) -> list[tuple[str, str]]:
    return [(kind, variant.description) for kind, variant in union.variants.items()]


def _shared(union: Variants, name: str, write: Callable[[str, Property], Manifest]) -> Json:
    """Return the one schema of a field that several variants may have."""
    owners = {kind: one.properties[name] for kind, one in union.variants.items() if name in one.properties}
    written = {kind: write(name, owner) for kind, owner in owners.items()}
    plain = {kind: {key: value for key, value in one.items() if key != "description"} for kind, one in written.items()}
    first = next(iter(plain))
    for kind, one in plain.items():
        if one != plain[first]:
            raise ValueError(f"{name}: variants {first} and {kind} give this field two schemas. rename one of them")
    description = _grouped([(kind, owner.description) for kind, owner in owners.items()])
    return present({"description": description or None, **plain[first]})


def _grouped(docs: list[tuple[str, str]]) -> str:
    """Return each description once, after the variants that have it; alone where it is that of all."""
    groups: dict[str, list[str]] = {}
    for kind, text in docs:
        groups.setdefault(text, []).append(kind)
    if len(groups) == 1:
        return next(iter(groups))
    return " ".join(f"{', '.join(kinds)}: {text}" for text, kinds in groups.items() if text)


def _rules(tag: str, kind: str, variant: Object, foreign: list[str], noun: str) -> list[Json]:
    other = f"!has(self.{property_name(tag)}) || self.{property_name(tag)} != {literal(kind)}"
    a_noun = f"{'an' if noun[:1] in tuple('aeiou') else 'a'} {noun} of {tag} {kind}"
    needed = [name for name, found in variant.properties.items() if found.required and name != tag]
    rules: list[Json] = [
        {
            "rule": f"{other} || has(self.{property_name(name)})",
            "message": f"{a_noun} needs {name}",
            "fieldPath": cel.field_path(name),
            "reason": "FieldValueRequired",
        }
        for name in needed
    ]
    rules += [cel.validation(replace(rule, cel=f"{other} || ({rule.cel})")) for rule in variant.rules]
    return [*rules, _foreign(other, f"{a_noun} does not take ", foreign)] if foreign else rules


def _foreign(other: str, message: str, fields: list[str]) -> Manifest:
    """Return the rule against other variants' fields; the message names the first that is there."""
    given = [f"has(self.{property_name(name)})" for name in fields]
    found = "'?'"
    for name, has in reversed(list(zip(fields, given, strict=True))):
        found = f"({has} ? {literal(name)} : {found})"
    return {
        "rule": f"{other} || !({' || '.join(given)})",
        "message": message + ", ".join(fields),
        "messageExpression": f"{literal(message)} + {found}",
        "reason": "FieldValueForbidden",
    }
