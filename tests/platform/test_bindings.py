import pytest

from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from tests.documents import GROUP, platform
from tests.leaves import leaf, leaves, replaced
from tests.support import assert_refused, outcome

PARTS = ("kafka.", "vault.", "externalSecrets.")
SETTINGS: Manifest = {
    "kafka": {"cluster": "main", "namespace": "kafka", "namespaces": ["far"]},
    "vault": {"address": "https://vault.example.org", "role": "reader"},
    "externalSecrets": {},
}
CHANGES: dict[str, Json] = {
    "kafka.cluster": "other",
    "kafka.namespace": "other",
    "kafka.namespaces[0]": "other",
    "vault.address": "https://other.example.org",
    "vault.namespace": "team",
    "vault.mountPath": "other",
    "vault.role": "other",
    "externalSecrets.serviceAccount": "other",
    "externalSecrets.refreshInterval": "5m",
}


def binding(name: str = "orders") -> Manifest:
    streams: Json = {
        "orders": {"type": "kafka", "topic": "orders", "brokers": "kafka:9092"},
        "far": {"type": "kafka", "topic": "far", "brokers": "far-kafka-bootstrap.far.svc:9092"},
    }
    secrets: Json = {
        "db": {"provider": "vault", "path": "secret/db", "keys": ["password"]},
        "other": {"provider": "kubernetes", "secret_name": "x", "namespace": "other", "key": "k"},
    }
    return {
        "apiVersion": GROUP,
        "kind": "InfraBinding",
        "metadata": {"name": name, "namespace": "shop"},
        "spec": {"version": "5.0", "environment": "production", "streams": streams, "secrets": secrets},
    }


@pytest.mark.parametrize(("place", "value"), CHANGES.items(), ids=CHANGES)
def test_another_value_gives_other_objects(place: str, value: Json) -> None:
    base = outcome(binding(), platform(**SETTINGS))
    assert base.fatal is None
    assert outcome(binding(), platform(**replaced(SETTINGS, place, value))).resources != base.resources


def test_every_field_has_its_case() -> None:
    known = [field for field in leaves(PlatformConfig) if field.startswith(PARTS)]
    assert sorted(leaf(place) for place in CHANGES) == sorted(known)


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        ("kafka.cluster", None, "kafka: cluster and namespace go together. give both or none"),
        ("kafka.namespace", None, "kafka: cluster and namespace go together. give both or none"),
        (
            "kafka.cluster",
            "Main",
            "kafka.cluster: must be lower-case letters, digits and dashes, beginning with a letter; got 'Main'",
        ),
        ("vault.token", "CANARY", "vault.token: unknown field. known here: address, mountPath, namespace, role"),
    ],
)
def test_settings_that_are_wrong(place: str, value: Json, message: str) -> None:
    config = platform(**replaced(SETTINGS, place, value))
    assert_refused(binding(), f"PlatformConfig.spec.{message}", config)
