"""Kinds of others that the product makes objects of: their definitions as data, and what their operators would say."""

import json
from typing import Any

import yaml

from tools.playground.kubectl import Kubectl
from tools.playground.product import SCHEMAS

_JUDGED = {
    "Bucket": "buckets.s3.aws.m.upbound.io",
    "ExternalSecret": "externalsecrets.external-secrets.io",
    "KafkaTopic": "kafkatopics.kafka.strimzi.io",
    "KafkaUser": "kafkausers.kafka.strimzi.io",
    "PulsarConnection": "pulsarconnections.resource.streamnative.io",
    "PulsarTopic": "pulsartopics.resource.streamnative.io",
    "SecretStore": "secretstores.external-secrets.io",
    "Stream": "streams.kinesis.aws.m.upbound.io",
    "StreamConsumer": "streamconsumers.kinesis.aws.m.upbound.io",
    "Topic": "topics.topic.kafka.m.crossplane.io",
}


def install(kubectl: Kubectl) -> None:
    """Create the definitions that the cluster lacks; those of a real operator stay as they are."""
    there = {item["metadata"]["name"] for item in kubectl.get("crd")["items"]}
    names = {path: yaml.safe_load(path.read_text())["metadata"]["name"] for path in SCHEMAS.glob("*.yaml")}
    missing = {path: name for path, name in names.items() if name not in there}
    if missing:
        kubectl.apply_files(*missing)
        for name in missing.values():
            kubectl.wait(f"crd/{name}", condition="condition=Established", seconds=60)


def judge(kubectl: Kubectl, manifest: dict[str, Any], *, ready: bool = True) -> None:
    """Say of an object, once it is there, what its operator would say; nothing if no operator judges its kind."""
    kind = _JUDGED.get(manifest["kind"])
    if kind is None:
        return
    name, within = f"{kind}/{manifest['metadata']['name']}", f"--namespace={manifest['metadata']['namespace']}"
    kubectl("wait", "--for=create", name, within, "--timeout=60s")
    condition = {
        "type": "Ready",
        "status": str(ready),
        "reason": "Judged",
        "message": "",
        "lastTransitionTime": "2026-01-01T00:00:00Z",
    }
    status = json.dumps({"status": {"conditions": [condition]}})
    kubectl("patch", name, within, "--subresource=status", "--type=merge", "--patch", status)
