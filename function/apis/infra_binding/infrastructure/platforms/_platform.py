"""What all platforms that run processes have in common."""

from function.apis.infra_binding.infrastructure.cloud import Azure, Gcp
from function.apis.infra_binding.infrastructure.compute import Compute
from function.apis.infra_binding.infrastructure.identifier import Identifier
from function.apis.infra_binding.infrastructure.network import Network
from function.apis.infra_binding.infrastructure.storage import Storage
from function.apis.infra_binding.l5 import Binding


class Platform(Binding):
    """What runs the processes. It must exist: nothing creates it."""

    platform: str
    """Kind of platform."""
    compute: Compute | None = None
    """The cluster and its instances."""
    storage: Storage | None = None
    """Where it keeps data."""
    network: Network | None = None
    """The network in which it runs."""
    namespace: Identifier | None = None
    """Namespace of Kubernetes, or another logical group."""
    service_account: Identifier | None = None
    """Identity of the processes: a ServiceAccount, the ARN of an IAM role, a managed identity of Azure, or the
    address of a service account of Google Cloud."""


class OnAnyCloud(Platform):
    """What runs the processes, in any cloud or in none."""

    azure: Azure | None = None
    """Where it is in Azure. Default: not there."""
    gcp: Gcp | None = None
    """Where it is in Google Cloud. Default: not there."""
