"""A secret in an Azure Key Vault, read with workload identity."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, Literal

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.names import fields_digest
from function.apis.infra_binding.secret_access import Setting, Store
from function.apis.infra_binding.sections.secret_stores._fetched import FetchedSecret, Keys
from function.base.address_types import HttpsUrl
from function.base.azure_types import TenantId
from function.base.manifest import Manifest, present
from function.base.text import Text
from function.base.types import DnsLabel
from function.platform.config import PlatformConfig

SecretName = Annotated[
    str, Text("^[-a-zA-Z0-9]+$", meaning="letters, digits and '-'", example="kafka-production", max_length=127)
]


class Auth(Binding):
    """The identity with which Azure is called."""

    tenant_id: TenantId | None = None
    """Tenant, one that the platform lists. Default: the platform's, or that of the ServiceAccount."""
    service_account: DnsLabel | None = None
    """ServiceAccount whose token is used. Default: the platform's."""


@dataclass(frozen=True, kw_only=True)
class _Access:
    """The settings that identify a store. The names of these fields are part of the digest in the name of a store."""

    vault_url: str | None
    tenant: str | None
    service_account: str


class Model(FetchedSecret):
    """Keys of a JSON secret in a Key Vault, or the whole secret, fetched by External Secrets."""

    provider: Literal["azure"]
    secret_name: SecretName
    """Name of the secret."""
    vault_url: HttpsUrl | None = None
    """Address of the Key Vault, one that the platform lists. Default: the platform's."""
    keys: Keys = []
    """Keys to fetch. Default: the keys that the binding refers to."""
    auth: Auth = Auth()
    """The identity with which Azure is called."""

    def listed_keys(self) -> Sequence[str] | None:
        """Return the listed keys, or None for any key."""
        return self.keys or None

    def store(self, config: PlatformConfig) -> Store:
        """Return the store; the default of External Secrets would be a service principal with a password."""
        access = _Access(
            vault_url=self.vault_url or config.azure.vault_url,
            tenant=self.auth.tenant_id or config.azure.tenant_id,
            service_account=self.auth.service_account or config.external_secrets.service_account,
        )
        azurekv = present(
            {
                "vaultUrl": access.vault_url,
                "tenantId": access.tenant,
                "authType": "WorkloadIdentity",
                "serviceAccountRef": {"name": access.service_account},
            }
        )
        return Store(f"azure-{fields_digest(present(asdict(access)))}", {"azurekv": azurekv})

    def remote(self) -> Manifest:
        """Return the secret."""
        return {"key": self.secret_name}

    def settings(self, config: PlatformConfig) -> Sequence[Setting]:
        """Return where the secret is, and as whom it is read."""
        own, policy = config.azure, config.policy.azure
        return (
            Setting(
                field="vault_url",
                given=self.vault_url,
                own=own.vault_url,
                allowed=policy.vault_urls,
                policy="azure.vaultUrls",
                required="azure.vaultUrl",
            ),
            Setting(
                field="auth.tenant_id",
                given=self.auth.tenant_id,
                own=own.tenant_id,
                allowed=policy.tenants,
                policy="azure.tenants",
            ),
            Setting(
                field="auth.service_account",
                given=self.auth.service_account,
                own=config.external_secrets.service_account,
                allowed=policy.service_accounts,
                policy="azure.serviceAccounts",
            ),
        )
