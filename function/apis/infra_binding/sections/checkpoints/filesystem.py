"""Checkpoints in a directory that all pods of a job share."""

from collections.abc import Mapping
from typing import Annotated, Literal

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.bucket import directory
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.flink.storage import Storage
from function.apis.infra_binding.sections.checkpoints._section import Checkpoint
from function.base.markdown import Markdown
from function.base.meta import Meta
from function.base.text import Text

FilePath = Annotated[
    str,
    Text(
        "^(file://)?(/[-_.a-zA-Z0-9]+)+/?$",
        meaning="an absolute path, with or without file://",
        example="file:///mnt/checkpoints",
        max_length=512,
    ),
]


class Model(Checkpoint):
    """A directory of a volume. All pods must mount it: in the file system of a pod, checkpoints are lost with it."""

    type: Literal["filesystem"]
    path: FilePath
    """Path of the directory."""

    def storage(self) -> Storage:
        """Return the path with its scheme."""
        return Storage(uri=f"file://{self.path.removeprefix('file://')}")

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the directory."""
        path = self.path.removeprefix("file://")
        return directory("File system", "", path, {"Used for": Markdown("checkpoints")}, "ls", "-l")
