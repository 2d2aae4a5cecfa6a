"""Which claim is asked for: its name, the APIs that it may be of, and its namespace."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from function.apis.api import Api
from function.base.manifest import Manifest
from function.base.model import Spec
from function.trace.inventory import Inventory, Ref


class Target(NamedTuple):
    """Claims with this name; `namespace` is None for any namespace."""

    apis: tuple[Api[Spec], ...]
    group: str
    name: str
    namespace: str | None


class Found(NamedTuple):
    """A claim or namespaced composite, and its API."""

    api: Api[Spec]
    claim: Manifest


def apis_named(word: str, apis: Iterable[Api[Spec]], group: str) -> tuple[Api[Spec], ...]:
    """Return the APIs with this kind, plural, or short name, as kubectl accepts them, also with the group."""
    name = word.lower().removesuffix(f".{group}")
    return tuple(api for api in apis if name in (api.kind.lower(), api.plural, api.short_name) and name)


def claims(target: Target, inventory: Inventory) -> Iterator[Found]:
    """Yield the claims that the target may stand for."""
    for api in target.apis:
        for ref, found in inventory.objects.items():
            if ref == Ref(target.group, api.kind, target.namespace or ref.namespace, target.name):
                yield Found(api, found)
