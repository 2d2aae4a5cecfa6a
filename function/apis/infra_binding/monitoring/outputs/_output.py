"""What all destinations of logs have in common."""

from typing import ClassVar

from function.apis.infra_binding.l5 import Binding


class Output(Binding):
    """A destination of logs."""

    unmanaged: ClassVar[str] = "no object sends logs there; the cluster's log agent must send standard output"
    """Why no object is created."""

    type: str
    """Kind of destination."""
