"""What every entry of every section must answer, be it a stream, a secret or a lookup."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.l5 import Binding
from function.base.meta import Meta
from function.base.problems import Problem
from function.delivery.resource import Resource
from function.platform.config import PlatformConfig


@dataclass(frozen=True, kw_only=True)
class Made:
    """The objects that make an entry.

    `own` are its alone, the main one first; their keys follow the logical name. `shared` are those that other entries
    may need too: entries that need the same one return it under the same key.
    """

    own: tuple[Resource, ...]
    shared: tuple[Resource, ...] = ()


@dataclass(frozen=True)
class Unmanaged:
    """Why no object is made: what the entry stands for is expected to exist."""

    reason: str


class Member(Binding):
    """An entry of a section. It does not know its logical name, which is the key that it stands under."""

    singular: ClassVar[str]
    """What one entry of the section is called, in keys and messages: `stream`."""
    has_file: ClassVar[bool] = True
    """Whether the section has a file of its own in the document."""
    makes: ClassVar[tuple[tuple[str, str], ...]] = ()
    """The kinds of objects that `made` can return, each with when."""

    @classmethod
    def composed_key(cls, name: str) -> str:
        """Return the composed key of the entry's main object."""
        return f"{cls.singular}-{name}"

    def wants_object(self, name: str, secrets: Mapping[str, BoundSecret]) -> bool:
        """Return whether the entry by itself asks for its main object, whatever the platform's settings."""
        return True

    @abstractmethod
    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return what applications find behind the logical name: a topic, a stream, a Secret.

        `secrets` are those of the binding, by their logical names.
        """

    @abstractmethod
    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return what must not be bound twice, beside the names of objects: the same topic of the same brokers."""

    @abstractmethod
    def made(
        self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]
    ) -> Made | Unmanaged:
        """Return the objects behind the logical name, or why there are none.

        Must not fail where `problems` finds something: then the objects are never applied.
        """

    def problems(self, path: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield what neither the entry at `path` nor the platform says, and what the platform forbids."""
        yield from ()
