"""One module per kind of tracing backend: `jaeger.py` makes `type: jaeger` valid.

A module contains `Model`, a `Tracer` whose `type` is the module's name. Modules do not depend on each other.
"""

from typing import TYPE_CHECKING

from function.apis.infra_binding.monitoring.tracing._tracer import Tracer
from function.base.discovery import discover, tagged_union

MODELS: dict[str, type[Tracer]] = {name: module.Model for name, module in discover(__name__).items()}

if TYPE_CHECKING:
    AnyTracer = Tracer
else:
    AnyTracer = tagged_union(MODELS)

__all__ = ["MODELS", "AnyTracer", "Tracer"]
