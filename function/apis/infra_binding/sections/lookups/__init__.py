"""One module per store of reference data: `redis.py` makes `type: redis` valid.

A module contains `Model`, a `Lookup` whose `type` is the module's name. Modules do not depend on each other.
"""

from typing import TYPE_CHECKING

from function.apis.infra_binding.sections.lookups._section import Lookup
from function.base.discovery import discover, tagged_union

SECTION = "lookups"
MODELS: dict[str, type[Lookup]] = {name: module.Model for name, module in discover(__name__).items()}

if TYPE_CHECKING:
    AnyLookup = Lookup
else:
    AnyLookup = tagged_union(MODELS)

__all__ = ["MODELS", "SECTION", "AnyLookup", "Lookup"]
