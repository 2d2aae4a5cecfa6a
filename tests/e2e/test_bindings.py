"""A binding with every type of stream and secret store: its objects match the CRDs and decide its status."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import pytest
import yaml

from tests.e2e.cluster import BINDING, GROUP, READY_SECONDS, Scope, empty, new_namespace
from tests.e2e.examples import rendered
from tests.e2e.kinds import judge
from tests.e2e.monitored import MONITORING, SWITCHED_ON
from tests.e2e.settings import composed_by, composition
from tools.playground.kubectl import Kubectl, RefusedError

NAME = "e2e-complete"
STREAMS = {
    "orders": {
        "type": "kafka",
        "topic": "e2e.orders.v1",
        "brokers": "main-kafka-bootstrap.{namespace}.svc:9093",
        "partitions": 12,
        "replication": 3,
        "retention_ms": 604800000,
        "compaction": "compact,delete",
        "properties": {"sasl.password": "secret://broker/password", "linger.ms": 5},
        "consumer": {"group_id": "e2e"},
        "producer": {"transactional_id_prefix": "e2e"},
        "security": {"authentication": "scram-sha-512"},
        "error_handling": {"deserialization": {"dlq_topic": "e2e.orders.unreadable"}},
    },
    "alerts": {
        "type": "kinesis",
        "stream": "e2e-alerts",
        "region": "eu-central-1",
        "provision": True,
        "shard_count": 4,
        "retention_hours": 48,
        "encryption": True,
        "kms_key_id": "alias/alerts",
        "consumer": {"type": "enhanced_fan_out", "consumer_name": "e2e"},
    },
    "settlements": {
        "type": "pulsar",
        "topic": "persistent://e2e/settlement/events",
        "service_url": "pulsar://pulsar.example.org:6650",
        "admin_url": "http://pulsar.example.org:8080",
        "partitions": 4,
        "retention_time": "7d",
        "retention_size": "10gb",
        "compact": True,
        "auth": {"type": "token", "token": "secret://broker/password"},
        "tls": {"trust_cert_path": "/etc/pulsar/ca.pem", "allow_insecure": False},
    },
}
DEAD_LETTERS = {
    "failed": {"type": "s3", "bucket": "e2e-failed", "region": "eu-central-1", "provision": True},
}
COMPLETIONS = {
    "done": {
        "type": "kafka",
        "topic": "e2e.done.v1",
        "brokers": "main-kafka-bootstrap.{namespace}.svc:9093",
        "producer": {"key_field": "id"},
    }
}
SECRETS = {
    "broker": {
        "provider": "vault",
        "path": "secret/data/kafka",
        "keys": ["password"],
        "vault": {"address": "https://vault.example.org:8200", "namespace": "teams/shop"},
        "auth": {"role": "shop", "mount_path": "k8s/eu", "service_account": "vault-reader"},
    },
    "truststore": {"provider": "kubernetes", "secret_name": "kafka-ca", "namespace": "certificates", "key": "ca.crt"},
    "own": {"provider": "kubernetes", "secret_name": "kafka-reader"},
}
POLICY = {
    "streams": {"kafkaUsers": True, "kinesisProvision": True, "bucketProvision": True},
    "vault": {
        "addresses": ["https://vault.example.org:8200"],
        "namespaces": ["teams/shop"],
        "roles": ["shop"],
        "mountPaths": ["k8s/eu"],
        "serviceAccounts": ["vault-reader"],
    },
}
KINDS = [
    *("AlertmanagerConfig", "Bucket", "ConfigMap", "ExternalSecret", "ExternalSecret", "Instrumentation", "KafkaTopic"),
    *("KafkaTopic", "KafkaTopic", "KafkaUser", "PrometheusRule", "PulsarConnection", "PulsarTopic", "SecretStore"),
    *("SecretStore", "Stream", "StreamConsumer"),
]
KEPT = {
    "buckets": ["Bucket"],
    "kafkatopics": ["KafkaTopic", "KafkaTopic", "KafkaTopic"],
    "pulsarconnections": ["PulsarConnection"],
    "pulsartopics": ["PulsarTopic"],
    "streams.kinesis.aws.m.upbound.io": ["Stream"],
}
GONE = "kafkausers,streamconsumers,externalsecrets,secretstores,alertmanagerconfigs,instrumentations,prometheusrules"
STRICTLY = ("apply", "--server-side", "--dry-run=server", "--validate=strict", "-f", "-")


@dataclass(frozen=True)
class Binding:
    """The binding on the cluster, and the manifests that the command line prints for it."""

    namespace: str
    printed: str

    @property
    def manifests(self) -> list[dict[str, Any]]:
        return list(yaml.safe_load_all(self.printed))

    def wait(self, kubectl: Kubectl, condition: str) -> None:
        within = f"--namespace={self.namespace}"
        kubectl.wait(f"{BINDING}/{NAME}", within, condition=f"condition={condition}", seconds=READY_SECONDS)


@pytest.fixture(scope="module")
def binding(
    kubectl: Kubectl, scope: Scope, foreign_kinds: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Binding]:
    with ExitStack() as stack:
        namespace = stack.enter_context(new_namespace(kubectl, scope))
        sections = {"streams": STREAMS, "dead_letters": DEAD_LETTERS, "completions": COMPLETIONS}
        there = yaml.safe_load(yaml.safe_dump(sections).replace("{namespace}", namespace))
        document = {
            "apiVersion": f"{GROUP}/v1alpha1",
            "kind": "InfraBinding",
            "metadata": {"name": NAME, "namespace": namespace},
            "spec": {"version": "1.0", "environment": "e2e", **there, "secrets": SECRETS, "monitoring": MONITORING},
        }
        settings = {"kafka": {"cluster": "main", "namespace": namespace}, "policy": POLICY, **SWITCHED_ON}
        platform = stack.enter_context(composition(kubectl, "infrabinding", NAME, settings))
        kubectl.apply(composed_by(document, NAME, scope))
        yield Binding(namespace, rendered(document, platform, scope, tmp_path_factory.mktemp("binding")))
        empty(kubectl, scope, namespace)


def test_every_field_of_its_objects_is_valid(kubectl: Kubectl, binding: Binding) -> None:
    assert sorted(manifest["kind"] for manifest in binding.manifests) == KINDS
    kubectl(*STRICTLY, stdin=binding.printed)


def test_an_unknown_field_is_rejected(kubectl: Kubectl, binding: Binding) -> None:
    with pytest.raises(RefusedError, match=r"field not declared in schema|unknown field"):
        kubectl(*STRICTLY, stdin=binding.printed.replace("  topicName:", "  topicname:"))


def test_it_is_operational_when_all_objects_are_ready(kubectl: Kubectl, binding: Binding) -> None:
    for manifest in binding.manifests:
        judge(kubectl, manifest)
    binding.wait(kubectl, "Operational")
    status = kubectl.get(BINDING, NAME, f"--namespace={binding.namespace}")["status"]
    assert sorted(reference["kind"] for reference in status["resourceRefs"]) == KINDS
    assert status["document"] == f"{NAME}-binding"


def test_a_failing_topic_is_reported(kubectl: Kubectl, binding: Binding) -> None:
    topic = next(manifest for manifest in binding.manifests if manifest["kind"] == "KafkaTopic")
    judge(kubectl, topic, ready=False)
    binding.wait(kubectl, "Operational=False")
    judge(kubectl, topic)
    binding.wait(kubectl, "Operational")


def test_its_streams_are_kept(kubectl: Kubectl, scope: Scope, binding: Binding) -> None:
    empty(kubectl, scope, binding.namespace)
    within = f"--namespace={binding.namespace}"
    for kind, expected in KEPT.items():
        assert [item["kind"] for item in kubectl.get(kind, within)["items"]] == expected
    assert kubectl.get(GONE, within)["items"] == []
