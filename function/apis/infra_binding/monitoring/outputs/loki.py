"""Logs in Loki."""

from typing import Literal

from function.apis.infra_binding.monitoring.outputs._output import Output
from function.base.address_types import HttpUrl


class Model(Output):
    """Logs in Loki."""

    type: Literal["loki"]
    endpoint: HttpUrl
    """Address of Loki."""
