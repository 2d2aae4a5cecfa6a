"""An existing Secret in the binding's namespace or, through External Secrets, in another namespace."""

from collections.abc import Iterator, Sequence
from typing import Literal

from function.apis.infra_binding.secret_access import Store
from function.apis.infra_binding.sections.secret_stores._fetched import FetchedSecret, unused
from function.base.manifest import Manifest
from function.base.problems import Problem
from function.base.types import ConfigKey, DnsLabel, DnsSubdomain
from function.platform.config import PlatformConfig


class Model(FetchedSecret):
    """An existing Secret. From another namespace it is copied, which requires a Role and RoleBinding there."""

    provider: Literal["kubernetes"]
    secret_name: DnsSubdomain
    """Name of the Secret."""
    namespace: DnsLabel | None = None
    """Namespace of the Secret. Default: the binding's."""
    key: ConfigKey | None = None
    """The only key to use. Default: any key."""

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield what is only for a Secret that is created: one of the binding's namespace is not copied."""
        if self.namespace not in (None, namespace):
            yield from super().problems(path, namespace, config)
            return
        reason = "a Secret of the binding's own namespace is used as it is, so no other Secret is created"
        yield from unused(path, self, ("target_name", "refresh_interval", "template"), reason)

    def listed_keys(self) -> Sequence[str] | None:
        """Return the only key, or None for any key."""
        return None if self.key is None else [self.key]

    def only_key(self) -> str | None:
        """Return the only key, which a reference to the whole secret means."""
        return self.key

    def existing_secret(self, namespace: str) -> str | None:
        """Return the Secret's name if it is in the binding's namespace."""
        return self.secret_name if self.namespace in (None, namespace) else None

    def store(self, config: PlatformConfig) -> Store:
        """Return the store for the other namespace, which is read with a ServiceAccount of the binding's namespace."""
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

    def remote(self) -> Manifest:
        """Return the Secret."""
        return {"key": self.secret_name}
