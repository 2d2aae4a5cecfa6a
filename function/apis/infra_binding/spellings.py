"""Settings that L5 documents spell in two ways, such as `read_preference` and `preference` below `read`."""

from collections.abc import Iterator, Mapping, Sequence

from function.base.cel import property_name
from function.base.manifest import Json, Manifest, at, mapping_at
from function.base.model import Spec
from function.base.rule import Rule


def agree(spellings: Mapping[str, str]) -> tuple[Rule, ...]:
    """Return the rule for each other spelling, by its path, that it does not contradict the path that it stands for."""
    return tuple(_agree(other, path) for other, path in spellings.items())


def one_spelling(fields: Mapping[str, Json], spellings: Mapping[str, str]) -> Manifest:
    """Return the fields with each setting at the path that other spellings stand for; empty objects are left out."""
    found: Manifest = dict(fields)
    for other, path in spellings.items():
        value = at(found, *other.split("."))
        if value is not None:
            _remove(found, other.split("."))
            _set(found, path.split("."), value)
    return found


def _agree(other: str, path: str) -> Rule:
    def holds(model: Spec) -> bool:
        values = [_value(model, spelling.split(".")) for spelling in (other, path)]
        return None in values or values[0] == values[1]

    absent = [f"!has({below})" for spelling in (path, other) for below in _below_self(spelling)]
    return Rule(
        cel=f"{' || '.join(absent)} || self.{path} == self.{other}",
        message=f"{path} and {other} are the same setting with different values",
        hint="remove one of them",
        field=path,
        holds=holds,
    )


def _below_self(path: str) -> Iterator[str]:
    """Yield the expression for each object on the path, and for its end."""
    expression = "self"
    for step in path.split("."):
        expression = f"{expression}.{property_name(step)}"
        yield expression


def _value(model: Spec, steps: Sequence[str]) -> object:
    found: object = model
    for step in steps:
        found = getattr(found, step)
    return found


def _set(fields: Manifest, steps: Sequence[str], value: Json) -> None:
    first, *further = steps
    if not further:
        fields[first] = value
        return
    inner = dict(mapping_at(fields, first))
    _set(inner, further, value)
    fields[first] = inner


def _remove(fields: Manifest, steps: Sequence[str]) -> None:
    first, *further = steps
    if not further:
        del fields[first]
        return
    inner = dict(mapping_at(fields, first))
    _remove(inner, further)
    if inner:
        fields[first] = inner
    else:
        del fields[first]
