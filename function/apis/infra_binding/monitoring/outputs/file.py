"""Logs in a file."""

from typing import Literal

from function.apis.infra_binding.l5 import LocalPath
from function.apis.infra_binding.monitoring.outputs._output import Output


class Model(Output):
    """Logs in a file of the containers."""

    type: Literal["file"]
    path: LocalPath
    """Path of the file."""
