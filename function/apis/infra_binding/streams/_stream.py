"""What a stream platform must answer."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from function.apis.infra_binding.l5 import Binding, Properties
from function.base.manifest import Manifest
from function.base.meta import Meta


@dataclass(frozen=True, kw_only=True)
class StreamSettings:
    """What the platform says about streams."""

    kafka_cluster: str | None = None
    kafka_namespace: str | None = None
    kafka_namespaces: Sequence[str] = ()


@dataclass(frozen=True)
class Managed:
    """The object that makes the stream; it is never deleted with the binding, since the data would go with it."""

    manifest: Manifest


@dataclass(frozen=True)
class Unmanaged:
    """Why no object is made: the stream is expected to exist."""

    reason: str


class Stream(Binding):
    """A source or sink of events."""

    properties: Properties = {}
    """Client properties of the platform; secrets as secret://name/key."""

    @abstractmethod
    def physical(self) -> str:
        """Return the name that the platform knows the stream by."""

    @abstractmethod
    def location(self) -> str:
        """Return where that name is looked up: the same name at two places is two streams."""

    @abstractmethod
    def managed(self, name: str, meta: Meta, settings: StreamSettings) -> Managed | Unmanaged:
        """Return the object for the stream with the logical name `name`, or why there is none."""
