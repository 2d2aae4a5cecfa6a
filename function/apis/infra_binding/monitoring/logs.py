"""What jobs log, and where the logs go."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.monitoring.outputs import AnyOutput


class Logging(Binding):
    """What jobs log."""

    level: Literal["TRACE", "DEBUG", "INFO", "WARN", "ERROR"] | None = None
    """Lowest level that is logged. Default: INFO."""
    format: Literal["text", "json"] | None = None
    """How an event is written. JSON requires Flink 2.1 or newer. Default: text."""
    outputs: Annotated[list[AnyOutput], Field(max_length=16)] = []
    """Where logs go. Jobs write to standard output only; the cluster's log agent must send it elsewhere."""
