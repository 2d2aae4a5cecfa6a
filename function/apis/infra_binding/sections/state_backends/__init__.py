"""One module per state backend: `rocksdb.py` makes `type: rocksdb` valid.

A module contains `Model`, a `StateBackend` whose `type` is the module's name. Modules do not depend on each other.
"""

from typing import TYPE_CHECKING

from function.apis.infra_binding.sections.state_backends._section import StateBackend
from function.base.discovery import discover, tagged_union

SECTION = "state_backends"
MODELS: dict[str, type[StateBackend]] = {name: module.Model for name, module in discover(__name__).items()}

if TYPE_CHECKING:
    AnyStateBackend = StateBackend
else:
    AnyStateBackend = tagged_union(MODELS)

__all__ = ["MODELS", "SECTION", "AnyStateBackend", "StateBackend"]
