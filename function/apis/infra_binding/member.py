"""The base class of all entries of all sections, such as streams and secrets."""

from abc import abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.inquiry import NO_CLIENT, Inquiry
from function.apis.infra_binding.l5 import Binding
from function.base.manifest import Json, Manifest
from function.base.meta import Meta
from function.base.problems import Problem
from function.delivery.resource import Resource
from function.platform.config import PlatformConfig
from function.platform.preflight import CHECK


@dataclass(frozen=True, kw_only=True)
class Part:
    """A kind of object that entries of a type may need: the beginning of its composed keys, and when it is created."""

    key: str
    kind: str
    made: str
    shared: bool = False
    """Whether several entries use one object; its keys then do not contain a logical name."""

    def of(self, name: str) -> str:
        """Return the composed key of the object for a logical name."""
        return f"{self.key}-{name}"


@dataclass(frozen=True, kw_only=True)
class Made:
    """The objects that are created for an entry, possibly none.

    `own` belong to the entry alone; their keys contain the logical name. `shared` may be needed by other entries too:
    entries that need the same object return it under the same key. `unmanaged` is why none of these objects creates
    what the entry refers to, which must then exist; if it is None, the first of `own` creates it.
    """

    own: tuple[Resource, ...] = ()
    shared: tuple[Resource, ...] = ()
    unmanaged: str | None = None


@dataclass(frozen=True, kw_only=True)
class Registered:
    """A schema in a registry: its address, its subject, and its type there, or why this cannot be known."""

    url: str = ""
    subject: str = ""
    format: str = ""
    unknown: str = ""


class Member(Binding):
    """An entry of a section. It does not contain its logical name, which is its key in the section."""

    singular: ClassVar[str]
    """The word for one entry of the section in keys and messages, such as `stream`."""
    has_file: ClassVar[bool] = True
    """Whether the section has its own file in the document."""
    makes: ClassVar[tuple[Part, ...]] = ()
    """The objects that `made` can return."""
    spellings: ClassVar[Mapping[str, str]] = {}
    """Paths of fields below the entry that stand for other paths; the document has only the latter."""
    describes: ClassVar[tuple[str, ...]] = ()
    """The fields that describe the topic or stream itself, and not how this binding uses it."""

    default_port: ClassVar[int | None] = None
    """The port of servers whose address has neither a scheme nor a port, if clients know one."""

    @property
    def encrypts(self) -> bool:
        """Whether clients certainly use TLS from the first byte on, although the address does not say so."""
        return False

    def registered(self) -> Registered | None:
        """Return the schema of the entry's records in a registry, None for an entry whose platform knows no schemas."""
        return None

    def inquiries(self, name: str, check: CHECK, secrets: Mapping[str, BoundSecret]) -> Iterator[Inquiry]:
        """Yield what a preflight asks after a login for a check: permissions or capacity."""
        yield Inquiry(unknown=NO_CLIENT)

    def wants(self, name: str, secrets: Mapping[str, BoundSecret]) -> Collection[str]:
        """Return the keys of the objects that the entry itself requests, regardless of the platform's settings."""
        return {part.of(name) for part in self.makes if not part.shared}

    def needs(self, shared: Mapping[str, Json]) -> bool:
        """Return whether the entry requests this object, which several may share, regardless of the settings."""
        return False

    @abstractmethod
    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the actual name behind the logical name: of a topic, a stream or a Secret.

        `secrets` are those of the binding, by logical name.
        """

    @abstractmethod
    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return identifiers other than object names that must be unique, such as a topic of the same brokers."""

    @abstractmethod
    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return the objects for the logical name.

        Must not fail even if there are `problems`; the objects are then never applied.
        """

    def dns_names(self, name: str) -> Iterable[str]:
        """Return the names of Services in the binding's namespace through which the entry is reached, if it runs any.

        Some are created by an operator, so they are not among the objects of the entry.
        """
        return ()

    def client(self, name: str) -> Manifest:
        """Return settings of clients under the names that client libraries use; references are as the user wrote them.

        Applications find them in the section's file of the document, because no controller applies them.
        """
        return {}

    def unmanaged(self) -> Iterator[tuple[str, str]]:
        """Yield each field with which no object does all that one might expect, and why."""
        yield from ()

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint | None:
        """Return the server behind the entry, for people, or None if there is none."""
        return None

    def changed(self) -> Iterator[tuple[str, str]]:
        """Yield each field whose value is not used exactly as written, and what is used instead."""
        yield from ()

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield settings that neither the entry at `path` nor the platform provides, and what the platform forbids."""
        yield from ()
