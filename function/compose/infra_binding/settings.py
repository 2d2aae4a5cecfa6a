"""What the platform says to streams and secret stores, in their own words."""

from function.secret_stores import StoreSettings
from function.spec.composite import Composite
from function.spec.platform_config import PlatformConfig
from function.streams import StreamSettings


def store_settings(composite: Composite, config: PlatformConfig) -> StoreSettings:
    """Return what secret stores need to know."""
    return StoreSettings(
        namespace=composite.namespace,
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
