"""Which Vault a binding may use, and with which role: Vault receives the token of a ServiceAccount."""

from collections.abc import Iterator, Mapping

from function.apis.breach import breach
from function.base.problems import Problem, join
from function.platform.config import PlatformConfig


def foreign(path: str, asked: Mapping[str, str | None], config: PlatformConfig) -> Iterator[Problem]:
    """Yield each value that the platform neither uses nor lists; the keys of `asked` are fields below `path`."""
    own, policy = config.vault, config.policy.vault
    account = config.external_secrets.service_account
    for field, setting, allowed in (
        ("vault.address", "addresses", [own.address, *policy.addresses]),
        ("vault.namespace", "namespaces", [own.namespace, *policy.namespaces]),
        ("auth.role", "roles", [own.role, *policy.roles]),
        ("auth.mount_path", "mountPaths", [own.mount_path, *policy.mount_paths]),
        ("auth.service_account", "serviceAccounts", [account, *policy.service_accounts]),
    ):
        given = asked.get(field)
        if given is not None and given.rstrip("/") not in [(name or "").rstrip("/") for name in allowed]:
            yield breach(join(path, field), "differs from the platform settings", f"vault.{setting}")
