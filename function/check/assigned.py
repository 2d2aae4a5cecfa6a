"""Values that a command sets in claims before it reads them, as `--set spec.image=…` does."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from function.base.manifest import Json
from function.base.problems import describe, shown
from function.check.load import LoadedFile
from function.check.resource import Resource
from function.check.steps import Step, position_of, steps
from function.yaml.scalar import scalar

_BEGINNINGS = ("metadata", "spec")


class Assignment(NamedTuple):
    """A value and its path: names of fields, and positions in lists."""

    path: str
    steps: tuple[Step, ...]
    value: Json


class AssignmentError(Exception):
    """A value that cannot be set; the text is for the user."""


def assignment(text: str) -> Assignment:
    """Return what PATH=VALUE stands for; VALUE is read as in YAML. Raises AssignmentError."""
    path, sign, value = text.partition("=")
    found = steps(path)
    if not sign or not is_of_claim(found):
        message = describe(
            "must be PATH=VALUE with a path below spec or metadata", got=shown(text), hint="write spec.size=large"
        )
        raise AssignmentError(message)
    quoted = value[:1] in ("'", '"') and value[-1:] == value[:1] and len(value) > 1
    try:
        return Assignment(path, found, value[1:-1] if quoted else scalar(value, None, plain=True))
    except ValueError as error:
        raise AssignmentError(f"{path}: {error}") from None


def is_of_claim(path: Sequence[Step]) -> bool:
    """Return whether a path leads to a field of a claim that users write."""
    return len(path) > 1 and path[0] in _BEGINNINGS


def with_values(value: Json, assignments: Sequence[Assignment]) -> Json:
    """Return an object with these values; raises AssignmentError."""
    for found in assignments:
        value = _set(value, found, found.steps)
    return value


def assigned(file: LoadedFile, assignments: Sequence[Assignment], kinds: frozenset[str]) -> LoadedFile:
    """Return the file with the values in all resources of these kinds; raises AssignmentError."""
    if not assignments:
        return file
    documents = [
        document._replace(resources=tuple(_with(found, assignments, kinds) for found in document.resources))
        for document in file.documents
    ]
    return file._replace(documents=tuple(documents))


def _with(resource: Resource, assignments: Sequence[Assignment], kinds: frozenset[str]) -> Resource:
    if resource.manifest.get("kind") not in kinds:
        return resource
    return resource._replace(value=with_values(resource.value, assignments))


def _set(value: Json, found: Assignment, path: tuple[Step, ...]) -> Json:
    if not path:
        return found.value
    step, rest = _position(value, path[0]), path[1:]
    if isinstance(step, int):
        return _set_item(value, found, step, rest)
    if value is not None and not isinstance(value, Mapping):
        raise AssignmentError(describe(f"{found.path}: has no field {step}", got=shown(value)))
    fields = value or {}
    return {**fields, step: _set(fields.get(step), found, rest)}


def _position(value: Json, step: Step) -> Step:
    """Return the position of an item that a step names, otherwise the step itself."""
    named = position_of(value, step) if isinstance(value, list) else None
    return step if named is None else named


def _set_item(value: Json, found: Assignment, position: int, rest: tuple[Step, ...]) -> Json:
    """Return the list with another item, or with one more."""
    items = [] if value is None else value
    if not isinstance(items, list):
        raise AssignmentError(describe(f"{found.path}: is no list at [{position}]", got=shown(value)))
    if position > len(items):
        hint = f"the next free position is [{len(items)}]"
        raise AssignmentError(describe(f"{found.path}: there is no item [{position}]", hint=hint))
    old = items[position] if position < len(items) else None
    return [*items[:position], _set(old, found, rest), *items[position + 1 :]]
