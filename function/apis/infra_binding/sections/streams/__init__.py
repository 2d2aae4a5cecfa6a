"""One module per stream platform: `kafka.py` makes `type: kafka` valid in the API, the XRD and the docs.

A module contains `Model`, a `Stream` whose `type` is the module's name, and, if it creates objects of its own kind,
that kind as `KIND`, from which roles are generated. Modules do not depend on each other.
"""

from typing import TYPE_CHECKING

from function.apis.infra_binding.sections.streams._section import Stream
from function.base.discovery import discover, tagged_union

SECTION = "streams"
MODELS: dict[str, type[Stream]] = {name: module.Model for name, module in discover(__name__).items()}

if TYPE_CHECKING:
    AnyStream = Stream
else:
    AnyStream = tagged_union(MODELS)

__all__ = ["MODELS", "SECTION", "AnyStream", "Stream"]
