"""The fields of a document as a tree in which each has an anchor: its path, with the types of entries in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from function.publish.explain.field import Field, entry_of, item_of, property_of, variant_of
from function.publish.schema.tree import List, Map, Object, Union


@dataclass(frozen=True, kw_only=True)
class Node:
    """A field, or a variant of one, whose name is then a tag such as `type: kafka`; and what is below it."""

    anchor: str
    name: str
    is_variant: bool
    field: Field
    below: tuple["Node", ...]


def nodes(tree: Object) -> tuple[Node, ...]:
    """Return the fields at the top of a document."""
    return _below(Field(schema=tree), "")


def every(found: Sequence[Node]) -> Iterator[Node]:
    """Yield the nodes and all nodes below them, in the order of a page."""
    for node in found:
        yield node
        yield from every(node.below)


def _below(field: Field, anchor: str) -> tuple[Node, ...]:
    schema = field.schema
    if isinstance(schema, Object):
        return tuple(_node(property_of(field, schema, name), anchor, name) for name in schema.properties)
    if isinstance(schema, List):
        return _below(item_of(field, schema), anchor)
    if isinstance(schema, Map):
        return _below(entry_of(field, schema), anchor)
    if isinstance(schema, Union):
        return tuple(_node(_variant(field, schema, tag), anchor, tag, schema.tag) for tag in schema.variants)
    return ()


def _variant(field: Field, schema: Union, tag: str) -> Field:
    description = schema.variants[tag].description
    return replace(variant_of(field, schema, tag), description=description, required=False, default=None)


def _node(field: Field, above: str, step: str, tag: str = "") -> Node:
    anchor = f"{above}.{step}" if above else step
    name = f"{tag}: {step}" if tag else step
    return Node(anchor=anchor, name=name, is_variant=bool(tag), field=field, below=_below(field, anchor))
