"""The targets of a deployment, by type."""

from typing import TYPE_CHECKING

from function.apis.infra_binding.deployment.kubernetes import Kubernetes
from function.apis.infra_binding.deployment.standalone import Standalone
from function.apis.infra_binding.deployment.target import Target
from function.apis.infra_binding.deployment.yarn import Yarn
from function.base.discovery import tagged_union

MODELS: dict[str, type[Target]] = {"kubernetes": Kubernetes, "standalone": Standalone, "yarn": Yarn}

if TYPE_CHECKING:
    AnyTarget = Target
else:
    AnyTarget = tagged_union(MODELS)
