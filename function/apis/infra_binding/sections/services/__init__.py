"""One module per type of service: `postgresql.py` makes `type: postgresql` valid.

A module contains `Model`, a `Service` whose `type` is the module's name. Modules do not depend on each other.
"""

from typing import TYPE_CHECKING

from function.apis.infra_binding.sections.services._section import Service
from function.base.discovery import discover, tagged_union

SECTION = "services"
MODELS: dict[str, type[Service]] = {name: module.Model for name, module in discover(__name__).items()}

if TYPE_CHECKING:
    AnyService = Service
else:
    AnyService = tagged_union(MODELS)

__all__ = ["MODELS", "SECTION", "AnyService", "Service"]
