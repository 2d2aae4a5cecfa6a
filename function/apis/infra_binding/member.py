"""The base class of all entries of all sections, such as streams and secrets."""

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
    """The objects that are created for an entry.

    `own` belong to the entry alone, the main one first; their keys contain the logical name. `shared` may be needed by
    other entries too: entries that need the same object return it under the same key.
    """

    own: tuple[Resource, ...]
    shared: tuple[Resource, ...] = ()


@dataclass(frozen=True)
class Unmanaged:
    """Why no object is created: what the entry refers to must exist."""

    reason: str


class Member(Binding):
    """An entry of a section. It does not contain its logical name, which is its key in the section."""

    singular: ClassVar[str]
    """The word for one entry of the section in keys and messages, such as `stream`."""
    has_file: ClassVar[bool] = True
    """Whether the section has its own file in the document."""
    makes: ClassVar[tuple[tuple[str, str], ...]] = ()
    """The kinds of objects that `made` can return, each with the condition for it."""

    @classmethod
    def composed_key(cls, name: str) -> str:
        """Return the composed key of the entry's main object."""
        return f"{cls.singular}-{name}"

    def wants_object(self, name: str, secrets: Mapping[str, BoundSecret]) -> bool:
        """Return whether the entry itself requests its main object, regardless of the platform's settings."""
        return True

    @abstractmethod
    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the actual name behind the logical name: of a topic, a stream or a Secret.

        `secrets` are those of the binding, by logical name.
        """

    @abstractmethod
    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return identifiers other than object names that must be unique, such as a topic of the same brokers."""

    @abstractmethod
    def made(
        self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]
    ) -> Made | Unmanaged:
        """Return the objects for the logical name, or why there are none.

        Must not fail even if there are `problems`; the objects are then never applied.
        """

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield settings that neither the entry at `path` nor the platform provides, and what the platform forbids."""
        yield from ()
