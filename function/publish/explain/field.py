"""Finds the field of a document that a path such as `spec.env[0].name` names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from function.base.cel import property_name
from function.base.manifest import Json
from function.base.rule import Rule
from function.base.suggestion import closest_match
from function.publish.schema.tree import AnyObject, List, Map, Object, Property, Schema, Union


@dataclass(frozen=True, kw_only=True)
class Field:
    """A field, or an item of a list or an entry of a map.

    `steps` lead to it from the document: names, and 0 for an item of a list. `choice` names the variant of the union
    that contains it. `rules` relate it to other fields; each comes with the rest of the path that it names.
    """

    schema: Schema
    path: str = ""
    steps: tuple[str | int, ...] = ()
    description: str = ""
    required: bool = False
    default: Json = None
    choice: str = ""
    rules: tuple[tuple[Rule, str], ...] = ()


def steps_of(path: str) -> list[str]:
    """Return the names in a path, without positions in lists."""
    return re.sub(r"\[[0-9*]*]", "", path).split(".")


def found(tree: Object, steps: Sequence[str]) -> tuple[list[Field], int]:
    """Return the field of every variant that has it, and how many steps lead to them: fewer if one is unknown."""
    reached, count = [Field(schema=tree)], 0
    while count < len(steps):
        end = count + _width(reached, steps[count:])
        step = ".".join(steps[count:end])
        below = [field for above in reached for field in _below(above, step, last=end == len(steps))]
        if not below:
            return reached, count
        reached, count = below, end
    return reached, count


def _width(reached: Sequence[Field], steps: Sequence[str]) -> int:
    """Return how many steps are one name: types such as `pubsub.kafka` have dots."""
    dotted = [name.split(".") for field in reached for name in names(field) if "." in name]
    return max((len(parts) for parts in dotted if parts == [*steps[: len(parts)]]), default=1)


def _below(above: Field, step: str, *, last: bool) -> Iterator[Field]:
    schema = above.schema
    if isinstance(schema, Object):
        if step in schema.properties:
            yield property_of(above, schema, step)
    elif isinstance(schema, List):
        yield from _below(item_of(above, schema), step, last=last)
    elif isinstance(schema, Map):
        yield from _in_map(above, schema, step, last=last)
    elif isinstance(schema, Union):
        yield from _in_union(above, schema, step, last=last)
    elif isinstance(schema, AnyObject):
        yield replace(above, path=f"{above.path}.{step}", steps=(*above.steps, step))


def item_of(above: Field, schema: List) -> Field:
    """Return an item of a list."""
    return replace(above, schema=schema.item, path=f"{above.path}[]", steps=(*above.steps, 0))


def entry_of(above: Field, schema: Map) -> Field:
    """Return an entry of a map."""
    steps = (*above.steps, "*")
    return replace(above, schema=schema.value, path=f"{above.path}.*", steps=steps, default=None, required=False)


def _in_map(above: Field, schema: Map, step: str, *, last: bool) -> Iterator[Field]:
    """Yield the field of the values of a map: users may leave out its key. Any other name is a key."""
    entry = entry_of(above, schema)
    below = list(_below(entry, step, last=last))
    mistyped = last and closest_match(step, names(entry)) is not None
    yield from below if below or mistyped else [entry]


def variant_of(above: Field, schema: Union, tag: str) -> Field:
    """Return the variant of a union that has this tag."""
    return replace(above, choice=f"{schema.tag}: {tag}", schema=schema.variants[tag])


def _in_union(above: Field, schema: Union, step: str, *, last: bool) -> Iterator[Field]:
    for tag in schema.variants:
        yield from _below(variant_of(above, schema, tag), step, last=last)
    if step in schema.variants:  # a field may have the name of a type, too
        yield replace(variant_of(above, schema, step), description=schema.variants[step].description)


def property_of(above: Field, schema: Object, name: str) -> Field:
    """Return a field of an object."""
    field: Property = schema.properties[name]
    rules = [*above.rules, *((rule, rule.field) for rule in schema.rules)]
    narrowed = [(rule, rest[len(name) + 1 :]) for rule, rest in rules if rest == name or rest.startswith(f"{name}.")]
    reads = re.compile(rf"\bself\.{re.escape(property_name(name))}\b")
    read = [(rule, "") for rule in schema.rules if rule.field != name and reads.search(rule.cel)]
    return replace(
        above,
        schema=field.schema,
        path=f"{above.path}.{name}" if above.path else name,
        steps=(*above.steps, name),
        description=field.description,
        required=field.required,
        default=field.default,
        rules=(*narrowed, *read),
    )


def names(field: Field) -> list[str]:
    """Return the names that may follow the path of a field."""
    schema = field.schema
    if isinstance(schema, Object):
        return list(schema.properties)
    if isinstance(schema, List):
        return names(replace(field, schema=schema.item))
    if isinstance(schema, Map):
        return names(replace(field, schema=schema.value))
    if isinstance(schema, Union):
        below = [name for variant in schema.variants.values() for name in variant.properties]
        return list(dict.fromkeys([*below, *schema.variants]))
    return []
