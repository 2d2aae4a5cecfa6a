"""One module per target of deployments: `yarn.py` makes `type: yarn` valid in the API, the XRD and the docs.

A module contains `Model`, a `Target` whose `type` is the module's name. Modules do not depend on each other.
"""

from typing import TYPE_CHECKING

from function.apis.infra_binding.deployment.target import Target
from function.base.discovery import discover, tagged_union

MODELS: dict[str, type[Target]] = {name: module.Model for name, module in discover(__name__).items()}

if TYPE_CHECKING:
    AnyTarget = Target
else:
    AnyTarget = tagged_union(MODELS)

__all__ = ["MODELS", "AnyTarget", "Target"]
