"""A tagged union as one structural object: the fields of all variants, and CEL rules that separate them.

`oneOf` would also work, but an API server then reports branches that the user did not choose.
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
    """Return the singular of a field name: triggers, trigger; policies, policy."""
    for plural, ending in _PLURALS:
        if name.endswith(plural):
            return name.removesuffix(plural) + ending
    return name


def merged(union: Union, noun: str, write: Callable[[str, Property], Manifest]) -> Manifest:
    """Return the object; `write` returns the structural schema of a property.

    Raises ValueError if the schemas of two variants for one field are incompatible.
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
    """Return the object without required fields and rules: each type has its own, whose messages name the type."""
    optional = {name: replace(field, required=False) for name, field in shared.properties.items()}
    return replace(shared, properties=optional, rules=())


def _rules(tag: str, kind: str, variant: Object, shared: Object, noun: str) -> Iterator[Manifest]:
    chosen = f"self.{property_name(tag)}"
    article = "an" if noun[:1] in tuple("aeiou") else "a"
    place = Place(value="self", field="", owner=f"{article} {noun} of {tag} {kind}")
    for entry in narrowed(variant, shared, place):
        yield {**entry, "rule": f"!has({chosen}) || {chosen} != {literal(kind)} || {entry['rule']}"}
