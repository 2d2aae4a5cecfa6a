"""One module per destination of reports that a transaction is complete: `kafka.py` makes `type: kafka` valid.

A module contains `Model`, a `Completion` whose `type` is the module's name. Modules do not depend on each other.
"""

from typing import TYPE_CHECKING

from function.apis.infra_binding.sections.completions._section import Completion
from function.base.discovery import discover, tagged_union

SECTION = "completions"
MODELS: dict[str, type[Completion]] = {name: module.Model for name, module in discover(__name__).items()}

if TYPE_CHECKING:
    AnyCompletion = Completion
else:
    AnyCompletion = tagged_union(MODELS)

__all__ = ["MODELS", "SECTION", "AnyCompletion", "Completion"]
