"""How a job goes on when its job manager fails."""

from abc import abstractmethod
from typing import Annotated, Literal

from function.apis.infra_binding.flink.keys import texts
from function.apis.infra_binding.flink.storage import StorageUri
from function.apis.infra_binding.l5 import Binding
from function.base.address_types import HostPorts
from function.base.text import Text

TYPE, STORAGE = "high-availability.type", "high-availability.storageDir"

NodePath = Annotated[
    str,
    Text("^(/[-_.a-zA-Z0-9]+)+$", meaning="the path of a node such as /flink", example="/flink", max_length=256),
]


class HighAvailability(Binding):
    """How a job goes on when its job manager fails."""

    enabled: bool | None = None
    """Whether what job managers know is kept."""
    storage_dir: StorageUri | None = None
    """Directory in which it is kept. Default: the directory ha beside the checkpoints of the process."""

    @abstractmethod
    def settings(self) -> dict[str, str]:
        """Return the settings under Flink's names, but for the directory."""


class InKubernetes(HighAvailability):
    """How a job goes on when its job manager fails. The leader is in ConfigMaps."""

    enabled: bool | None = None
    """Whether what job managers know is kept. Default: as the platform does."""
    type: Literal["kubernetes"] | None = None
    """Where the leader is known: in ConfigMaps of the namespace."""

    def settings(self) -> dict[str, str]:
        """Return the type."""
        return {TYPE: "kubernetes"}


class ZooKeeper(Binding):
    """The ensemble of ZooKeeper."""

    quorum: HostPorts
    """Its servers."""
    root_path: NodePath | None = None
    """Node below which Flink keeps its own. Default: /flink."""


class InZooKeeper(HighAvailability):
    """How a job goes on when its job manager fails. The leader is in ZooKeeper."""

    enabled: bool | None = None
    """Whether what job managers know is kept. Default: true."""
    type: Literal["zookeeper"] | None = None
    """Where the leader is known: in ZooKeeper."""
    zookeeper: ZooKeeper
    """The ensemble of ZooKeeper."""

    def settings(self) -> dict[str, str]:
        """Return the type and the ensemble."""
        ensemble = {
            "high-availability.zookeeper.quorum": self.zookeeper.quorum,
            "high-availability.zookeeper.path.root": self.zookeeper.root_path,
        }
        return {TYPE: "zookeeper", **texts(ensemble)}
