"""A Secret of the cluster, in the binding's namespace or, through External Secrets, in another one."""

from collections.abc import Sequence
from typing import Literal

from function.apis.infra_binding.sections.secret_stores._section import Secret, Store
from function.base.manifest import Manifest
from function.base.types import ConfigKey, DnsLabel, DnsSubdomain
from function.platform.config import PlatformConfig


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

    def existing_secret(self, namespace: str) -> str | None:
        """Return the Secret's own name where it is in the binding's namespace."""
        return self.secret_name if self.namespace in (None, namespace) else None

    def store(self, config: PlatformConfig) -> Store:
        """Return the store of the other namespace, read with a ServiceAccount of the binding's namespace."""
        certificate: Manifest = {"type": "ConfigMap", "name": "kube-root-ca.crt", "key": "ca.crt"}
        return Store(
            f"kubernetes-{self.namespace}",
            {
                "kubernetes": {
                    "remoteNamespace": self.namespace,
                    "server": {"caProvider": certificate},
                    "auth": {"serviceAccount": {"name": config.external_secrets.service_account}},
                }
            },
        )

    def remote_ref(self, key: str) -> Manifest:
        """Return the key of the Secret."""
        return {"key": self.secret_name, "property": key}
