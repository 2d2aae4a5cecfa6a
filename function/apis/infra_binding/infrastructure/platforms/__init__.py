"""One module per platform that runs processes: `emr.py` makes `platform: emr` valid.

A module contains `Model`, a `Platform` whose `platform` is the module's name. Modules do not depend on each other.
"""

from typing import TYPE_CHECKING

from function.apis.infra_binding.infrastructure.platforms._platform import Platform
from function.base.discovery import discover, tagged_union

MODELS: dict[str, type[Platform]] = {name: module.Model for name, module in discover(__name__).items()}

if TYPE_CHECKING:
    AnyPlatform = Platform
else:
    AnyPlatform = tagged_union(MODELS, tag="platform")

__all__ = ["MODELS", "AnyPlatform", "Platform"]
