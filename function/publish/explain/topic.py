"""What a user asks about: a kind, or a field of one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from function.base.problems import describe, shown
from function.base.suggestion import closest_match
from function.base.unknown_field import ALL_FIELDS, advice
from function.publish.explain.field import Field, found, names, steps_of
from function.publish.explain.page import page
from function.publish.explain.root import Root
from function.publish.schema.tree import List, Map, Object, Schema, Union

_MEANT = "did you mean"
_TOP = ("apiVersion", "kind", "metadata", "spec", "status")


class Answer(NamedTuple):
    """The text about a topic, or what is wrong with it; both are "" if it is neither a kind nor a path."""

    text: str = ""
    wrong: str = ""


def explained(word: str, roots: Sequence[Root], *, recursive: bool) -> Answer:
    """Return the answer about a kind or a path. A path without a kind is that of every API that has the field."""
    first, *rest = steps_of(word)
    if "" in rest and first:
        return Answer(wrong=describe("a path must not contain an empty name", got=shown(word)))
    root = next((root for root in roots if first.lower() in (name.lower() for name in (root.kind, *root.names))), None)
    if root is not None:
        return _answer([root], rest, recursive=recursive)
    if first in _TOP:
        return _answer([root for root in roots if "status" in root.models], [first, *rest], recursive=recursive)
    return Answer()


def fields_below(path: str, roots: Sequence[Root]) -> list[str]:
    """Return the names of the fields below a path, with or without a kind; none if there is no such path."""
    first, *rest = steps_of(path)
    named = [root for root in roots if first.lower() in (name.lower() for name in (root.kind, *root.names))]
    steps = rest if named else [first, *rest]
    tried = [found(root.tree, steps) for root in named or roots]
    return list(
        dict.fromkeys(
            name for fields, count in tried if count == len(steps) for field in fields for name in names(field)
        )
    )


def fields_named(name: str, roots: Sequence[Root]) -> list[str]:
    """Return the paths of all fields with this name, in the order of the roots."""
    paths = (f"{root.kind}.{path}" for root in roots for path in _paths(root.tree, ""))
    return list(dict.fromkeys(path for path in paths if path.rpartition(".")[2].lower() == name.lower()))


def _answer(roots: Sequence[Root], steps: Sequence[str], *, recursive: bool) -> Answer:
    tried = [(root, *found(root.tree, steps)) for root in roots]
    texts = [page(root, fields, recursive=recursive) for root, fields, count in tried if count == len(steps)]
    if texts:
        return Answer("\n".join(texts))
    longest = max(count for _, _, count in tried)
    wrong = [_unknown(root, fields[0], steps[count]) for root, fields, count in tried if count == longest]
    return Answer(wrong=min(wrong, key=_unlikely))


def _unlikely(message: str) -> tuple[bool, bool]:
    """Return a sort key: a suggestion at the same place is likelier than one further down, and that than none."""
    suggestion = message.partition(_MEANT)[2]
    return not suggestion, "." in suggestion


def _unknown(root: Root, above: Field, step: str) -> str:
    path = ".".join(part for part in (root.kind, above.path, step) if part)
    near, hint = closest_match(step, names(above)), ""
    if above.steps and (model := root.models.get(str(above.steps[0]))):
        steps = [*above.steps[1:], *_into(above.schema), step]
        better = advice(model, str(above.steps[0]), {}, steps)
        # a field that is found further up comes with a hint about the indentation of a document
        near, hint = better.field, "" if better.field.startswith(f"{above.steps[0]}.") else better.hint
    if not near and (not hint or hint == ALL_FIELDS):
        hint = f"platformctl explain {'.'.join(filter(None, (root.kind, above.path)))} describes what is there"
    problem = f"{path}: unknown field; {_MEANT} '{near}'?" if near else f"{path}: unknown field"
    return describe(problem, hint=hint)


def _into(schema: Schema) -> list[str | int]:
    """Return the steps from a list or map to the objects in it."""
    if isinstance(schema, List):
        return [0, *_into(schema.item)]
    return ["*", *_into(schema.value)] if isinstance(schema, Map) else []


def _paths(schema: Schema, path: str) -> Iterator[str]:
    """Yield the paths of all fields, each once for every variant of a union that has it."""
    if isinstance(schema, Object):
        for name, field in schema.properties.items():
            below = f"{path}.{name}" if path else name
            yield below
            yield from _paths(field.schema, below)
    elif isinstance(schema, List):
        yield from _paths(schema.item, f"{path}[]")
    elif isinstance(schema, Map):
        yield from _paths(schema.value, f"{path}.*")
    elif isinstance(schema, Union):
        for variant in schema.variants.values():
            yield from _paths(variant, path)
