"""What the platform says to streams and secret stores, in their own words."""

from function.apis.infra_binding.secret_stores import StoreSettings
from function.apis.infra_binding.streams import StreamSettings
from function.base.identity import Identity
from function.platform.config import PlatformConfig


def store_settings(identity: Identity, config: PlatformConfig) -> StoreSettings:
    """Return what secret stores need to know."""
    return StoreSettings(
        namespace=identity.namespace,
        service_account=config.external_secrets.service_account,
        vault_address=config.vault.address,
        vault_namespace=config.vault.namespace,
        vault_mount_path=config.vault.mount_path,
        vault_role=config.vault.role,
    )


def stream_settings(config: PlatformConfig) -> StreamSettings:
    """Return what streams need to know."""
    return StreamSettings(
        kafka_cluster=config.kafka.cluster,
        kafka_namespace=config.kafka.namespace,
        kafka_namespaces=config.kafka.namespaces,
    )
