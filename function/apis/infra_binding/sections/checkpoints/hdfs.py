"""Checkpoints in HDFS. The image must contain Hadoop's libraries."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.bucket import directory
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.flink.kerberos import NO_PLACEHOLDER, Principal
from function.apis.infra_binding.flink.keys import texts
from function.apis.infra_binding.flink.storage import Storage
from function.apis.infra_binding.l5 import Binding, LocalPath
from function.apis.infra_binding.sections.checkpoints._section import Checkpoint
from function.base.markdown import Markdown
from function.base.marks import Address
from function.base.meta import Meta
from function.base.text import Text

HdfsPath = Annotated[
    str,
    Text(
        "^hdfs://[-_.a-zA-Z0-9]+(:[0-9]+)?/[-_./=a-zA-Z0-9]*$",
        meaning="a path in HDFS with its name node, such as hdfs://namenode:9000/checkpoints/",
        example="hdfs://namenode:9000/checkpoints/batch/",
        max_length=1024,
    ),
    Address(),
]
Replication = Annotated[int, Field(ge=1, le=512)]


class Hdfs(Binding):
    """How Hadoop's client works."""

    replication: Replication | None = None
    """Number of copies of each block. Default: that of the cluster."""
    config_path: LocalPath | None = None
    """Directory with Hadoop's configuration in the image, or in a volume of it."""


class Kerberos(Binding):
    """The identity with which Flink calls Hadoop."""

    rules = (NO_PLACEHOLDER,)

    principal: Principal
    """Principal of the keytab."""
    keytab: LocalPath
    """File with the keytab in the pods."""


class Model(Checkpoint):
    """A directory in HDFS."""

    type: Literal["hdfs"]
    path: HdfsPath
    """Path of the directory."""
    replication: Replication | None = None
    """Number of copies of each block. Default: hdfs.replication."""
    hdfs: Hdfs = Hdfs()
    """How Hadoop's client works."""
    kerberos: Kerberos | None = None
    """The identity with which Flink calls Hadoop. Default: the user of the process."""

    def storage(self) -> Storage:
        """Return the path as it is: Hadoop's libraries are on the class path, so no plug-in is enabled."""
        kerberos = self.kerberos
        settings = {
            "flink.hadoop.dfs.replication": self.replication or self.hdfs.replication,
            "security.kerberos.login.principal": kerberos.principal if kerberos else None,
            "security.kerberos.login.keytab": kerberos.keytab if kerberos else None,
        }
        directory = self.hdfs.config_path
        environment = {"HADOOP_CONF_DIR": directory} if directory else {}
        return Storage(uri=self.path, configuration=texts(settings), environment=environment)

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the name node and the directory."""
        address = self.path.removeprefix("hdfs://").partition("/")[0]
        return directory("HDFS", address, self.path, {"Used for": Markdown("checkpoints")}, "hdfs", "dfs", "-ls")
