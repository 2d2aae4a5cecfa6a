"""The differences of two objects, field by field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal, DecimalException

from function.base.manifest import Json, text_at
from function.base.quantity import parse_quantity

_QUANTITIES = frozenset({"limits", "overhead", "requests"})
_QUANTITY = frozenset({"divisor", "sizeLimit"})


@dataclass(frozen=True)
class Change:
    """A field and both values; None where it is absent."""

    path: str
    old: Json
    new: Json


def differences(old: Json, new: Json) -> list[Change]:
    """Return the fields that differ.

    Items of a list are matched by name if all have one, as in `containers[main].image`. If only their order differs,
    the values are the names in order.
    """
    return list(_changes(old, new, ("",)))


def _changes(old: Json, new: Json, keys: tuple[str, ...]) -> Iterator[Change]:
    if _equal(old, new, keys):
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in {**old, **new}:
            yield from _changes(old.get(key), new.get(key), (*keys, key))
    elif isinstance(old, list | tuple) and isinstance(new, list | tuple):
        yield from _of_lists(old, new, keys)
    else:
        yield Change(_path(keys), old, new)


def _of_lists(old: Sequence[Json], new: Sequence[Json], keys: tuple[str, ...]) -> Iterator[Change]:
    before, after = _named(old), _named(new)
    if before is None or after is None:
        before = {str(index): item for index, item in enumerate(old)}
        after = {str(index): item for index, item in enumerate(new)}
    for name in {**before, **after}:
        yield from _changes(before.get(name), after.get(name), (*keys, f"[{name}]"))
    both = [[name for name in names if name in before and name in after] for names in (before, after)]
    if both[0] != both[1]:
        yield Change(_path(keys), both[0], both[1])


def _named(items: Sequence[Json]) -> dict[str, Json] | None:
    """Return the items by name, or None unless each has a name of its own."""
    names = {text_at(item, "name"): item for item in items}
    return None if "" in names or len(names) < len(items) else names


def _equal(old: Json, new: Json, keys: tuple[str, ...]) -> bool:
    """Return whether two single values mean the same: 0.5 and 500m are one amount of CPU."""
    if isinstance(old, bool) or isinstance(new, bool) or old is None or new is None:
        return old is new
    if not isinstance(old, str | int | float) or not isinstance(new, str | int | float):
        return False
    if old == new or not (keys[-1] in _QUANTITY or keys[-2] in _QUANTITIES):
        return old == new
    amount = _stored if keys[-2] in _QUANTITIES else parse_quantity
    try:
        return amount(str(old)) == amount(str(new))
    except DecimalException:
        return False


def _stored(quantity: str) -> Decimal:
    """Return the amount of a resource as the API server stores it: a fraction of a thousandth is rounded up."""
    return (parse_quantity(quantity) * 1000).to_integral_value(ROUND_CEILING)


def _path(keys: tuple[str, ...]) -> str:
    """Return the path of the keys; one that contains a dot or a slash is in brackets."""
    path = ""
    for key in keys:
        if key.startswith("["):
            path += key
        elif "." in key or "/" in key:
            path += f"[{key}]"
        else:
            path += f".{key}" if path else key
    return path
