"""What a claim has in common with others: consumers, Secrets, topics, bindings, and the names of its objects."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from function.base.manifest import Json

ObjectId: TypeAlias = tuple[str, str, str, str]
"""apiVersion, kind, namespace, and name of an object."""


@dataclass(frozen=True, kw_only=True)
class Consumption:
    """A durable consumer of a stream, named by the fields `stream` and `consumer` at `path`.

    `server` tells servers and accounts apart. Without `reads`, only the replicas depend on the consumer.
    """

    path: str
    stream: str
    consumer: str
    server: tuple[str, ...]
    reads: bool = True


@dataclass(frozen=True, kw_only=True)
class SecretUse:
    """A Secret of the claim's namespace that must exist, and the path that names it; `keys` have their paths."""

    path: str
    name: str
    keys: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class SecretWrite:
    """A Secret that is created in the claim's namespace; `keys` is None if they are not known."""

    path: str
    name: str
    keys: frozenset[str] | None


@dataclass(frozen=True, kw_only=True)
class BindingUse:
    """An InfraBinding of the claim's namespace that must exist, and the path that names it."""

    path: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Topic:
    """A topic or stream outside the cluster; `settings` are the fields at `path` that describe it."""

    path: str
    identity: tuple[str, ...]
    settings: Mapping[str, Json]
    object_id: ObjectId | None
    """The object that creates it, or None if it must exist."""


@dataclass(frozen=True, kw_only=True)
class Links:
    """What a valid claim has in common with others.

    `kind` is that of its API, whatever the platform calls it. `objects` have the paths that they come from.
    """

    kind: str
    namespace: str
    name: str
    objects: Mapping[ObjectId, str]
    consumptions: tuple[Consumption, ...] = ()
    uses: tuple[SecretUse, ...] = ()
    writes: tuple[SecretWrite, ...] = ()
    topics: tuple[Topic, ...] = ()
    binding: BindingUse | None = None
