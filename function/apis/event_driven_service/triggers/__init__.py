"""One module per type of scaling trigger: `cron.py` makes `type: cron` valid in the API, the XRD and the docs.

A module contains `Model`, a `Trigger` whose `type` is the module's name with dashes. Modules do not depend on each
other.
"""

from typing import TYPE_CHECKING

from function.apis.event_driven_service.triggers._trigger import NatsSource, Trigger
from function.base.discovery import discover, tagged_union

MODELS: dict[str, type[Trigger]] = {name.replace("_", "-"): module.Model for name, module in discover(__name__).items()}

if TYPE_CHECKING:
    AnyTrigger = Trigger
else:
    AnyTrigger = tagged_union(MODELS)

__all__ = ["MODELS", "AnyTrigger", "NatsSource", "Trigger"]
