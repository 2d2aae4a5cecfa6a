"""A secret in Google Cloud's Secret Manager, read with Workload Identity."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, Literal

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.names import fields_digest
from function.apis.infra_binding.secret_access import Setting, Store
from function.apis.infra_binding.sections.secret_stores._fetched import FetchedSecret, Keys
from function.base.gcp_types import Location, Project
from function.base.manifest import Manifest, present
from function.base.text import Text
from function.base.types import DnsLabel
from function.platform.config import PlatformConfig

SecretId = Annotated[
    str,
    Text("^[-_a-zA-Z0-9]+$", meaning="the name of a secret, without its project", example="kafka", max_length=255),
]
Version = Annotated[
    str, Text("^([0-9]+|latest)$", meaning="a number in quotes, or latest", example="latest", max_length=20)
]


class Auth(Binding):
    """The identity with which Google Cloud is called."""

    service_account: DnsLabel | None = None
    """ServiceAccount of the binding's namespace that is used. Default: the platform's."""


@dataclass(frozen=True, kw_only=True)
class _Access:
    """The settings that identify a store. The names of these fields are part of the digest in the name of a store."""

    project: str | None
    location: str | None
    cluster_project: str | None
    cluster_location: str | None
    cluster_name: str | None
    service_account: str


class Model(FetchedSecret):
    """Keys of a JSON secret in Secret Manager, or the whole secret, fetched by External Secrets."""

    provider: Literal["gcp"]
    secret_id: SecretId
    """Name of the secret."""
    project: Project | None = None
    """Project of the secret, one that the platform lists. Default: the platform's."""
    location: Location | None = None
    """Location of a regional secret. Default: the secret is global."""
    version: Version | None = None
    """Version to read. Default: latest."""
    keys: Keys = []
    """Keys to fetch. Default: the keys that the binding refers to."""
    auth: Auth = Auth()
    """The identity with which Google Cloud is called."""

    def listed_keys(self) -> Sequence[str] | None:
        """Return the listed keys, or None for any key."""
        return self.keys or None

    def store(self, config: PlatformConfig) -> Store:
        """Return the store of the project; without a ServiceAccount, External Secrets would read as itself."""
        access = _Access(
            project=self.project or config.gcp.project,
            location=self.location,
            cluster_project=config.gcp.cluster_project,
            cluster_location=config.gcp.cluster_location,
            cluster_name=config.gcp.cluster_name,
            service_account=self.auth.service_account or config.external_secrets.service_account,
        )
        identity = present(
            {
                "clusterProjectID": access.cluster_project,
                "clusterLocation": access.cluster_location,
                "clusterName": access.cluster_name,
                "serviceAccountRef": {"name": access.service_account},
            }
        )
        gcpsm = present(
            {"projectID": access.project, "location": access.location, "auth": {"workloadIdentity": identity}}
        )
        return Store(f"gcp-{fields_digest(present(asdict(access)))}", {"gcpsm": gcpsm})

    def remote(self) -> Manifest:
        """Return the secret."""
        return present({"key": self.secret_id, "version": self.version})

    def settings(self, config: PlatformConfig) -> Sequence[Setting]:
        """Return where the secret is, and as whom it is read."""
        policy = config.policy.gcp
        return (
            Setting(
                field="project",
                given=self.project,
                own=config.gcp.project,
                allowed=policy.projects,
                policy="gcp.projects",
                required="gcp.project",
            ),
            Setting(
                field="auth.service_account",
                given=self.auth.service_account,
                own=config.external_secrets.service_account,
                allowed=policy.service_accounts,
                policy="gcp.serviceAccounts",
            ),
        )
