"""One module per secret provider: `vault.py` makes `provider: vault` valid.

A module holds the model `Model`, a `Secret` whose `provider` is the module's name. Modules know nothing of each other.
"""

from typing import TYPE_CHECKING

from function.base.plugins import members, tagged_union
from function.secret_stores._store import Secret, Store, StoreSettings

MODELS: dict[str, type[Secret]] = {name: module.Model for name, module in members(__name__, list(__path__)).items()}

if TYPE_CHECKING:
    AnySecret = Secret
else:
    AnySecret = tagged_union(MODELS, tag="provider")

__all__ = ["MODELS", "AnySecret", "Secret", "Store", "StoreSettings"]
