"""Standard output of the pods."""

from typing import ClassVar, Literal

from function.apis.infra_binding.monitoring.outputs._output import Output


class Model(Output):
    """Standard output of the pods."""

    unmanaged: ClassVar[str] = "jobs write to standard output by themselves; no object is needed"

    type: Literal["stdout"]
