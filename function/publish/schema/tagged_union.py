"""A tagged union as one structural object: all variants' fields side by side, and CEL rules that keep them apart.

`oneOf` would do in principle, but an API server then reports branches that the user never meant.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from function.base.cel import literal, property_name
from function.base.manifest import Manifest
from function.publish.schema.merge import grouped, merged_objects
from function.publish.schema.narrow import Place, narrowed
from function.publish.schema.tree import Object, Property, Union

_PLURALS = (("ies", "y"), ("sses", "ss"), ("s", ""))


def singular(name: str) -> str:
    """Return what one member of a field is called: triggers, trigger; policies, policy."""
    for plural, ending in _PLURALS:
        if name.endswith(plural):
            return name.removesuffix(plural) + ending
    return name


def merged(union: Union, noun: str, write: Callable[[str, Property], Manifest]) -> Manifest:
    """Return the object; `write` gives the structural schema of one property.

    Raises ValueError where two variants give one field schemas that no one schema takes.
    """
    variants = {kind: _without_tag(variant, union.tag) for kind, variant in union.variants.items()}
    shared = _all_optional(merged_objects(variants))
    tag: Manifest = {
        "description": grouped({kind: variant.description for kind, variant in variants.items()}),
        "type": "string",
        "enum": list(variants),
    }
    return {
        "type": "object",
        "required": [union.tag],
        "properties": {union.tag: tag, **{name: write(name, field) for name, field in shared.properties.items()}},
        "x-kubernetes-validations": [
            rule for kind, variant in variants.items() for rule in _rules(union.tag, kind, variant, shared, noun)
        ],
    }


def _without_tag(variant: Object, tag: str) -> Object:
    return replace(variant, properties={name: field for name, field in variant.properties.items() if name != tag})


def _all_optional(shared: Object) -> Object:
    """Return the object without what all variants ask: the message of a rule says which type it is that asks."""
    optional = {name: replace(field, required=False) for name, field in shared.properties.items()}
    return replace(shared, properties=optional, rules=())


def _rules(tag: str, kind: str, variant: Object, shared: Object, noun: str) -> Iterator[Manifest]:
    chosen = f"self.{property_name(tag)}"
    article = "an" if noun[:1] in tuple("aeiou") else "a"
    place = Place(value="self", field="", owner=f"{article} {noun} of {tag} {kind}")
    for entry in narrowed(variant, shared, place):
        yield {**entry, "rule": f"!has({chosen}) || {chosen} != {literal(kind)} || {entry['rule']}"}
