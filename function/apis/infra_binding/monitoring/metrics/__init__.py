"""One module per way to export metrics: `prometheus.py` makes `type: prometheus` valid.

A module contains `Model`, an `Exporter` whose `type` is the module's name. Modules do not depend on each other.
"""

from typing import TYPE_CHECKING

from function.apis.infra_binding.monitoring.metrics._exporter import Exporter, Scraped
from function.base.discovery import discover, tagged_union

MODELS: dict[str, type[Exporter]] = {name: module.Model for name, module in discover(__name__).items()}

if TYPE_CHECKING:
    AnyExporter = Exporter
else:
    AnyExporter = tagged_union(MODELS)

__all__ = ["MODELS", "AnyExporter", "Exporter", "Scraped"]
