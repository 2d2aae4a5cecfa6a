from dataclasses import fields

from function.apis.infra_binding.secret_stores import StoreSettings
from function.apis.infra_binding.settings import store_settings, stream_settings
from function.apis.infra_binding.streams import StreamSettings
from function.platform.config import PlatformConfig
from tests.bindings import PAYMENTS


def test_stores_hear_all_that_the_platform_says() -> None:
    config = PlatformConfig.model_validate(
        {
            "vault": {"address": "https://v", "namespace": "n", "mountPath": "m", "role": "r"},
            "externalSecrets": {"serviceAccount": "reader"},
        }
    )
    assert store_settings(PAYMENTS, config) == StoreSettings(
        namespace="shop",
        service_account="reader",
        vault_address="https://v",
        vault_namespace="n",
        vault_mount_path="m",
        vault_role="r",
    )


def test_streams_hear_all_that_the_platform_says() -> None:
    config = PlatformConfig.model_validate({"kafka": {"cluster": "main", "namespace": "kafka", "namespaces": ["far"]}})
    expected = StreamSettings(kafka_cluster="main", kafka_namespace="kafka", kafka_namespaces=["far"])
    assert stream_settings(config) == expected


def test_without_settings_nothing_is_made_up() -> None:
    assert stream_settings(PlatformConfig()) == StreamSettings(kafka_namespaces=[])
    assert store_settings(PAYMENTS, PlatformConfig()) == StoreSettings(namespace="shop", service_account="default")
    assert all(field.name != "token" for field in fields(StoreSettings))
