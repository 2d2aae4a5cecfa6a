"""A Secret of the cluster, in the binding's namespace or, through External Secrets, in another one."""

from collections.abc import Sequence
from typing import Literal

from function.apis.infra_binding.secret_stores._store import Secret, Store, StoreSettings
from function.base.manifest import Manifest
from function.base.types import ConfigKey, DnsLabel, DnsSubdomain


class Model(Secret):
    """A Secret that exists. From another namespace it is copied, which needs a Role and RoleBinding there."""

    provider: Literal["kubernetes"]
    secret_name: DnsSubdomain
    """Name of the Secret."""
    namespace: DnsLabel | None = None
    """Namespace of the Secret. Default: the binding's."""
    key: ConfigKey | None = None
    """The one key to use. Default: any."""

    def known_keys(self) -> Sequence[str] | None:
        """Return the one key, or None for any."""
        return None if self.key is None else [self.key]

    def existing(self, settings: StoreSettings) -> str | None:
        """Return the Secret's own name where it is in the binding's namespace."""
        return self.secret_name if self.namespace in (None, settings.namespace) else None

    def store(self, settings: StoreSettings) -> Store:
        """Return the store of the other namespace, read with a ServiceAccount of the binding's namespace."""
        certificate: Manifest = {"type": "ConfigMap", "name": "kube-root-ca.crt", "key": "ca.crt"}
        return Store(
            f"kubernetes-{self.namespace}",
            {
                "kubernetes": {
                    "remoteNamespace": self.namespace,
                    "server": {"caProvider": certificate},
                    "auth": {"serviceAccount": {"name": settings.service_account}},
                }
            },
        )

    def remote(self, key: str) -> Manifest:
        """Return the key of the Secret."""
        return {"key": self.secret_name, "property": key}
