"""Jobs in a cluster of Mesos."""

from typing import Annotated, Literal

from function.apis.infra_binding.deployment.target import Target
from function.apis.infra_binding.flink.keys import texts
from function.base.text import Text

Role = Annotated[str, Text("^[a-z]+$", meaning="a word", example="streams", max_length=64)]


class Model(Target):
    """Jobs in a cluster of Mesos."""

    type: Literal["mesos"]
    role: Role | None = None
    """Role. Default: that of the cluster."""

    def configuration(self) -> dict[str, str]:
        """Return the role."""
        return texts({"mesos.role": self.role})
