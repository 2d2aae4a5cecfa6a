"""Logs in a notebook."""

from typing import Literal

from function.apis.infra_binding.monitoring.outputs._output import Output
from function.base.types import DnsLabel


class Model(Output):
    """Logs in a notebook."""

    type: Literal["notebook"]
    title: DnsLabel
    """Title of the notebook."""
