"""One module per destination of logs: `stdout.py` makes `type: stdout` valid.

A module contains `Model`, an `Output` whose `type` is the module's name. Modules do not depend on each other.
"""

from typing import TYPE_CHECKING

from function.apis.infra_binding.monitoring.outputs._output import Output
from function.base.discovery import discover, tagged_union

MODELS: dict[str, type[Output]] = {name: module.Model for name, module in discover(__name__).items()}

if TYPE_CHECKING:
    AnyOutput = Output
else:
    AnyOutput = tagged_union(MODELS)

__all__ = ["MODELS", "AnyOutput", "Output"]
