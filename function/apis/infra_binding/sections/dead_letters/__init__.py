"""One module per destination of events that cannot be processed: `kafka.py` makes `type: kafka` valid.

A module contains `Model`, a `DeadLetter` whose `type` is the module's name. Modules do not depend on each other.
"""

from typing import TYPE_CHECKING

from function.apis.infra_binding.sections.dead_letters._section import DeadLetter
from function.base.discovery import discover, tagged_union

SECTION = "dead_letters"
MODELS: dict[str, type[DeadLetter]] = {name: module.Model for name, module in discover(__name__).items()}

if TYPE_CHECKING:
    AnyDeadLetter = DeadLetter
else:
    AnyDeadLetter = tagged_union(MODELS)

__all__ = ["MODELS", "SECTION", "AnyDeadLetter", "DeadLetter"]
