"""One module per kind of receiver: `slack.py` makes `type: slack` valid, for the channels `slack://…`.

A module contains `Model`, a `Receiver` whose `type` is the module's name. Modules do not depend on each other.
"""

from typing import TYPE_CHECKING

from function.apis.infra_binding.monitoring.receivers._receiver import Receiver
from function.base.discovery import discover, tagged_union

MODELS: dict[str, type[Receiver]] = {name: module.Model for name, module in discover(__name__).items()}

if TYPE_CHECKING:
    AnyReceiver = Receiver
else:
    AnyReceiver = tagged_union(MODELS)

__all__ = ["MODELS", "AnyReceiver", "Receiver"]
