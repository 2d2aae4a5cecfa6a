"""A cluster of Kubernetes."""

from typing import Literal

from function.apis.infra_binding.infrastructure.identifier import Identifier
from function.apis.infra_binding.infrastructure.platforms._platform import OnAnyCloud


class Model(OnAnyCloud):
    """A cluster of Kubernetes. The namespace must exist."""

    platform: Literal["kubernetes"]
    namespace: Identifier
    """Namespace of Kubernetes, or another logical group."""
