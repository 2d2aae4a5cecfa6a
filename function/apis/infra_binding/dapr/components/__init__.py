"""One module per type of component: `state/redis.py` makes `type: state.redis` valid.

A module contains `Model`, a `Component` whose `type` is the names of its package and of the module, joined by a dot.
Modules do not depend on each other.
"""

from typing import TYPE_CHECKING

from function.apis.infra_binding.dapr.components._component import COMPONENT, Component
from function.base.discovery import discover, tagged_union

MODELS: dict[str, type[Component]] = {
    f"{block}.{name}": module.Model
    for block in discover(__name__)
    for name, module in discover(f"{__name__}.{block}").items()
}

if TYPE_CHECKING:
    AnyComponent = Component
else:
    AnyComponent = tagged_union(MODELS)

__all__ = ["COMPONENT", "MODELS", "AnyComponent", "Component"]
