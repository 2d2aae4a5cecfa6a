"""The settings of PlatformConfig about secrets in Google Cloud."""

from function.base.gcp_types import Location, Project
from function.base.model import Spec
from function.base.types import DnsLabel


class Gcp(Spec):
    """Default settings for secrets in Google Cloud."""

    project: Project | None = None
    """Project of the secrets."""
    cluster_project: Project | None = None
    """Project of the cluster, for Workload Identity. Default: External Secrets asks the metadata service."""
    cluster_location: Location | None = None
    """Location of the cluster. Default: as above."""
    cluster_name: DnsLabel | None = None
    """Name of the cluster. Default: as above."""
