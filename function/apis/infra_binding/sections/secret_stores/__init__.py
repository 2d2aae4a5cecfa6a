"""One module per secret provider: `vault.py` makes `provider: vault` valid.

A module contains `Model`, a `Secret` whose `provider` is the module's name. Modules do not depend on each other.
"""

from typing import TYPE_CHECKING

from function.apis.infra_binding.sections.secret_stores._fetched import FETCHED, FetchedSecret
from function.apis.infra_binding.sections.secret_stores._section import Secret
from function.base.discovery import discover, tagged_union

SECTION = "secrets"
MODELS: dict[str, type[Secret]] = {name: module.Model for name, module in discover(__name__).items()}

if TYPE_CHECKING:
    AnySecret = Secret
else:
    AnySecret = tagged_union(MODELS, tag="provider")

__all__ = ["FETCHED", "MODELS", "SECTION", "AnySecret", "FetchedSecret", "Secret"]
