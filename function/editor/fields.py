"""The fields at a place of a document that is being written."""

from collections.abc import Iterator, Sequence

from function.editor.outline import Outline, Steps
from function.publish.explain.field import Field, entry_of, item_of, property_of, variant_of
from function.publish.schema.tree import List, Map, Object, Union


def fields_at(tree: Object, outline: Outline, start: Steps, steps: Steps) -> list[Field]:
    """Return the field at these steps below `start`: several if the type of its object is not written yet."""
    reached = [Field(schema=tree)]
    for count, step in enumerate(steps):
        at = (*start, *steps[:count])
        reached = [field for above in narrowed(reached, outline, at) for field in _below(above, step)]
    return reached


def narrowed(found: Sequence[Field], outline: Outline, at: Steps) -> list[Field]:
    """Return the fields with the variant that the document at these steps chooses, or with all of them."""
    return [variant for field in found for variant in _variants(field, outline, at)]


def _variants(field: Field, outline: Outline, at: Steps) -> Iterator[Field]:
    schema = field.schema
    if not isinstance(schema, Union):
        yield field
        return
    chosen = outline.text(*at, schema.tag)
    for tag in [chosen] if chosen in schema.variants else schema.variants:
        yield variant_of(field, schema, tag)


def _below(above: Field, step: str | int) -> Iterator[Field]:
    schema = above.schema
    if isinstance(schema, Object) and isinstance(step, str) and step in schema.properties:
        yield property_of(above, schema, step)
    elif isinstance(schema, List) and isinstance(step, int):
        yield item_of(above, schema)
    elif isinstance(schema, Map) and isinstance(step, str):
        yield entry_of(above, schema)
