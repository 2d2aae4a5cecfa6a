"""One module per storage of checkpoints: `s3.py` makes `type: s3` valid.

A module contains `Model`, a `Checkpoint` whose `type` is the module's name. Modules do not depend on each other.
"""

from typing import TYPE_CHECKING

from function.apis.infra_binding.sections.checkpoints._section import Checkpoint
from function.base.discovery import discover, tagged_union

SECTION = "checkpoints"
MODELS: dict[str, type[Checkpoint]] = {name: module.Model for name, module in discover(__name__).items()}

if TYPE_CHECKING:
    AnyCheckpoint = Checkpoint
else:
    AnyCheckpoint = tagged_union(MODELS)

__all__ = ["MODELS", "SECTION", "AnyCheckpoint", "Checkpoint"]
