"""Kinds of other projects that the product uses: their CRDs, and the status that their operators set."""

import json
from typing import Any

import yaml

from tools.playground.kubectl import Kubectl
from tools.playground.product import SCHEMAS

_OPERATED = {
    "Bucket": "buckets.s3.aws.m.upbound.io",
    "Cluster": "clusters.postgresql.cnpg.io",
    "ExternalSecret": "externalsecrets.external-secrets.io",
    "FlinkDeployment": "flinkdeployments.flink.apache.org",
    "KafkaTopic": "kafkatopics.kafka.strimzi.io",
    "KafkaUser": "kafkausers.kafka.strimzi.io",
    "Pooler": "poolers.postgresql.cnpg.io",
    "PulsarConnection": "pulsarconnections.resource.streamnative.io",
    "PulsarTopic": "pulsartopics.resource.streamnative.io",
    "ScheduledBackup": "scheduledbackups.postgresql.cnpg.io",
    "SecretStore": "secretstores.external-secrets.io",
    "SnapshotSchedule": "snapshotschedules.snapscheduler.backube",
    "Stream": "streams.kinesis.aws.m.upbound.io",
    "StreamConsumer": "streamconsumers.kinesis.aws.m.upbound.io",
    "Topic": "topics.topic.kafka.m.crossplane.io",
    "Workspace": "workspaces.tf.m.upbound.io",
}


def install(kubectl: Kubectl) -> None:
    """Create the CRDs that the cluster does not have; those of a real operator are not changed."""
    there = {item["metadata"]["name"] for item in kubectl.get("crd")["items"]}
    names = {path: yaml.safe_load(path.read_text())["metadata"]["name"] for path in SCHEMAS.glob("*.yaml")}
    missing = {path: name for path, name in names.items() if name not in there}
    if missing:
        kubectl.apply_files(*missing)
        for name in missing.values():
            kubectl.wait(f"crd/{name}", condition="condition=Established", seconds=60)


def judge(kubectl: Kubectl, manifest: dict[str, Any], *, ready: bool = True) -> None:
    """Wait for an object and set its status as its operator would; ignores kinds without an operator."""
    if manifest["kind"] == "PersistentVolumeClaim":
        kubectl.apply(_volume(manifest))
    kind = _OPERATED.get(manifest["kind"])
    if kind is None:
        return
    name, within = f"{kind}/{manifest['metadata']['name']}", f"--namespace={manifest['metadata']['namespace']}"
    kubectl("wait", "--for=create", name, within, "--timeout=60s")
    status = json.dumps({"status": _status(manifest, ready)})
    kubectl("patch", name, within, "--subresource=status", "--type=merge", "--patch", status)


def _volume(claim: dict[str, Any]) -> dict[str, Any]:
    """Return a volume for the claim, as a storage class would create it; no pod really mounts it."""
    metadata, spec = claim["metadata"], claim["spec"]
    of = {"apiVersion": "v1", "kind": claim["kind"], "name": metadata["name"], "namespace": metadata["namespace"]}
    return {
        "apiVersion": "v1",
        "kind": "PersistentVolume",
        "metadata": {"name": f"{metadata['namespace']}.{metadata['name']}"},
        "spec": {
            "accessModes": spec["accessModes"],
            "capacity": spec["resources"]["requests"],
            "claimRef": of,
            "hostPath": {"path": "/data"},
            "storageClassName": spec.get("storageClassName", ""),
        },
    }


def _status(manifest: dict[str, Any], ready: bool) -> dict[str, Any]:
    kind = manifest["kind"]
    if kind == "FlinkDeployment":
        return _job(ready)
    if kind == "Pooler":
        return {"instances": manifest["spec"]["instances"] if ready else 0}
    if kind == "ScheduledBackup":
        return {"lastCheckTime": "2026-01-01T00:00:00Z"} if ready else {"error": "set by the scenario"}
    return _conditions("Reconciled" if kind == "SnapshotSchedule" else "Ready", ready)


def _conditions(kind: str, ready: bool) -> dict[str, Any]:
    condition = {
        "type": kind,
        "status": str(ready),
        "reason": "SetByScenario",
        "message": "",
        "lastTransitionTime": "2026-01-01T00:00:00Z",
    }
    return {"conditions": [condition]}


def _job(ready: bool) -> dict[str, Any]:
    """Return what the Flink Kubernetes Operator sets, which has no conditions."""
    if ready:
        return {"lifecycleState": "STABLE", "jobManagerDeploymentStatus": "READY"}
    return {"lifecycleState": "FAILED", "jobManagerDeploymentStatus": "ERROR"}
