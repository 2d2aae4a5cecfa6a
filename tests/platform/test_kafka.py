import pytest

from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from function.platform.kafka import Kafka
from tests.bindings import binding, composite, manifests, topic
from tests.cel import judge
from tests.documents import platform
from tests.leaves import leaf, leaves, replaced
from tests.support import assert_refused

SETTINGS: Manifest = {"kafka": {"cluster": "main", "namespace": "kafka", "namespaces": ["far"]}}
PROVIDED: Manifest = {"kafka": {"providerConfig": "msk"}}
SPEC = binding(
    streams={
        "orders": topic("orders", brokers="kafka:9092"),
        "far": topic("far", brokers="far-kafka-bootstrap.far.svc:9092"),
        "whole": topic("whole", brokers="kafka:9092", partitions=1, replication=1),
    }
)
CHANGES: dict[str, Json] = {
    "kafka.cluster": "other",
    "kafka.namespace": "other",
    "kafka.namespaces[0]": "other",
    "kafka.providerConfig": "other",
}
TOGETHER = "cluster and namespace must be set together. Hint: set both, or neither"


@pytest.mark.parametrize(("place", "value"), CHANGES.items(), ids=CHANGES)
def test_another_value_gives_other_objects(place: str, value: Json) -> None:
    settings = PROVIDED if place == "kafka.providerConfig" else SETTINGS
    assert manifests(SPEC, platform(**replaced(settings, place, value))) != manifests(SPEC, platform(**settings))


def test_every_field_has_its_case() -> None:
    known = [field for field in leaves(PlatformConfig) if field.startswith("kafka.")]
    assert sorted(leaf(place) for place in CHANGES) == sorted(known)


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        ("kafka.cluster", None, f"kafka: {TOGETHER}"),
        ("kafka.namespace", None, f"kafka: {TOGETHER}"),
        (
            "kafka.cluster",
            "Main",
            "kafka.cluster: must be lowercase letters, digits and dashes, starting with a letter; got 'Main'",
        ),
        (
            "kafka.brokers",
            "a:9092",
            "kafka.brokers: unknown field. Hint: valid fields are cluster, namespace, namespaces, providerConfig",
        ),
    ],
)
def test_settings_that_are_wrong(place: str, value: Json, message: str) -> None:
    settings = platform(**replaced(SETTINGS, place, value))
    assert_refused(composite(SPEC), f"PlatformConfig.spec.{message}", settings)


@pytest.mark.parametrize(
    ("settings", "holds"),
    [
        ({}, True),
        ({"cluster": "main", "namespace": "kafka"}, True),
        ({"namespaces": ["far"]}, True),
        ({"cluster": "main"}, False),
        ({"namespace": "kafka"}, False),
    ],
)
def test_python_and_cel_agree_that_a_cluster_has_a_namespace(settings: dict[str, Json], holds: bool) -> None:
    (rule,) = Kafka.rules
    assert rule.holds(Kafka.model_validate(settings)) == holds
    assert judge(rule.cel, "self", settings) == holds
