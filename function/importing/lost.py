"""Compares a given object with the one of a claim: what the second one lacks, and where it differs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from function.base.manifest import Json, is_list, text_at
from function.base.placed import Steps, value_at
from function.base.quantity import parse_quantity

_AMOUNTS = frozenset({"limits", "requests", "sizeLimit"})
_IDENTITIES: tuple[Steps, ...] = (
    ("mountPath",),
    ("name",),
    ("configMapRef", "name"),
    ("secretRef", "name"),
    ("containerPort",),
    ("topologyKey",),
)
"""What tells the items of a list apart, the most telling first: a volume may be mounted at several places."""


class Lost(NamedTuple):
    """A value that the object of a claim lacks, or has another one for; `claimed` is None if it has none."""

    path: tuple[str | int, ...]
    given: Json
    claimed: Json


def lost(given: Json, claimed: Json, path: tuple[str | int, ...] = ()) -> Iterator[Lost]:
    """Yield what is in the given object and not in that of the claim. The order of lists does not matter."""
    if _equal(given, claimed, path) or given in (None, {}, []):
        return
    if isinstance(given, Mapping) and isinstance(claimed, Mapping):
        for key, value in given.items():
            yield from lost(value, claimed.get(key), (*path, key))
    elif is_list(given) and (is_list(claimed) or (claimed is None and _is_lost_one_by_one(given, path))):
        of_variables = path[-1:] == ("env",)
        for position, other in enumerate(_counterparts(given, claimed, last_counts=of_variables)):
            item, place = value_at(given, (position,)), (*path, position)
            inside = list(lost(item, other, place))
            yield from [Lost(place, item, other)] if of_variables and inside else inside
    else:
        yield Lost(path, given, claimed)


def _is_lost_one_by_one(items: Json, path: Sequence[str | int]) -> bool:
    """Return whether the items of a list are lost each for a reason of its own: objects, and words of a command."""
    is_command = path[-1:] in (("args",), ("command",))
    return is_command or (isinstance(items, Sequence) and any(isinstance(item, Mapping) for item in items))


def _counterparts(given: Json, claimed: Json, *, last_counts: bool) -> list[Json]:
    """Return for each item of the first list that of the second one, or None: the same one is never used twice.

    Of items that nothing tells apart, the first ones are counterparts, or else the last ones: of variables with one
    name, the last one counts.
    """
    order = -1 if last_counts else 1
    others = _identified(claimed, order)
    return [others.get(key) for key in _identified(given, order)][::order]


def _identified(items: Json, order: int) -> dict[tuple[str, ...], Json]:
    """Return the items by what tells them apart, and by how many of the same came before."""
    found: dict[tuple[str, ...], Json] = {}
    seen: dict[tuple[str, ...], int] = {}
    for item in items[::order] if is_list(items) else ():
        key = _identity(item)
        seen[key] = seen.get(key, 0) + 1
        found[(*key, str(seen[key]))] = item
    return found


def _identity(item: Json) -> tuple[str, ...]:
    if not isinstance(item, Mapping):
        return ("value", str(item)) if isinstance(item, str | int | float) else ("item",)
    if text_at(item, "type"):
        fields = [text_at(item, "metadata", key) for key in ("stream", "consumer")]
        return ("type", text_at(item, "type"), text_at(item, "name"), *fields)
    for steps in _IDENTITIES:
        if (found := value_at(item, steps)) is not None:
            return (str(steps[0]), str(found))
    return ("item",)


def _equal(given: Json, claimed: Json, path: Sequence[str | int]) -> bool:
    """Return whether two single values mean the same: 0.5 and 500m are one amount of CPU."""
    if isinstance(given, bool) or isinstance(claimed, bool) or given is None or claimed is None:
        return given is claimed
    if not isinstance(given, str | int | float) or not isinstance(claimed, str | int | float):
        return False
    if given == claimed or not _AMOUNTS & {*path[-2:]}:
        return given == claimed
    try:
        return parse_quantity(str(given)) == parse_quantity(str(claimed))
    except ArithmeticError:
        return False
