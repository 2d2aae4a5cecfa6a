"""How a job continues when its job manager fails."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import Annotated, Literal

from function.apis.infra_binding.flink.keys import texts
from function.apis.infra_binding.flink.storage import StorageUri
from function.apis.infra_binding.l5 import Binding
from function.base.address_types import HostPorts
from function.base.text import Text

TYPE, STORAGE, CLUSTER = (f"high-availability.{key}" for key in ("type", "storageDir", "cluster-id"))

NodePath = Annotated[
    str,
    Text("^(/[-_.a-zA-Z0-9]+)+$", meaning="the path of a node such as /flink", example="/flink", max_length=256),
]


class HighAvailability(Binding):
    """How a job continues when its job manager fails."""

    enabled: bool | None = None
    """Whether the metadata of job managers is stored."""
    storage_dir: StorageUri | None = None
    """Directory for this metadata. Default: the directory ha next to the checkpoints of the process."""

    @abstractmethod
    def is_on(self, *, default: bool) -> bool:
        """Return whether what job managers know is kept; `default` is what the platform does."""

    @abstractmethod
    def settings(self) -> dict[str, str]:
        """Return the settings under Flink's names, but for the directory."""

    def unmanaged(self) -> Iterator[tuple[str, str]]:
        """Yield each field without an effect, and why."""
        yield from ()


class InKubernetes(HighAvailability):
    """How a job continues when its job manager fails. The leader is recorded in ConfigMaps."""

    enabled: bool | None = None
    """Whether the metadata of job managers is stored. Default: true with type or storage_dir, else the platform's."""
    type: Literal["kubernetes"] | None = None
    """Where the leader is recorded: in ConfigMaps of the namespace."""

    def is_on(self, *, default: bool) -> bool:
        """Return what the binding says, or else the platform."""
        asked = self.type is not None or self.storage_dir is not None
        return asked or default if self.enabled is None else self.enabled

    def settings(self) -> dict[str, str]:
        """Return the type."""
        return {TYPE: "kubernetes"}


class ZooKeeper(Binding):
    """The ensemble of ZooKeeper."""

    quorum: HostPorts
    """Servers of the ensemble."""
    root_path: NodePath | None = None
    """Node below which Flink keeps its data. Default: /flink."""


class InZooKeeper(HighAvailability):
    """How a job continues when its job manager fails. The leader is recorded in ZooKeeper."""

    enabled: bool | None = None
    """Whether the metadata of job managers is stored. Default: true."""
    type: Literal["zookeeper"] | None = None
    """Where the leader is recorded: in ZooKeeper, with or without this field."""
    zookeeper: ZooKeeper
    """The ensemble of ZooKeeper."""

    def is_on(self, *, default: bool) -> bool:
        """Return what the binding says: the platform's setting is about Kubernetes."""
        return self.enabled is not False

    def settings(self) -> dict[str, str]:
        """Return the type and the ensemble."""
        ensemble = {
            "high-availability.zookeeper.quorum": self.zookeeper.quorum,
            "high-availability.zookeeper.path.root": self.zookeeper.root_path,
        }
        return {TYPE: "zookeeper", **texts(ensemble)}

    def unmanaged(self) -> Iterator[tuple[str, str]]:
        """Yield the type, which can have one value."""
        if self.type is not None:
            yield "type", "outside Kubernetes, only ZooKeeper can record the leader, so ha means the same without type"
