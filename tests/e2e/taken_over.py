"""Four services of an earlier composition, and what of them must stay as it is."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from tools.playground.kubectl import Kubectl

GROUP = "earlier.example.org"
KIND = f"eventdrivenservice.{GROUP}"
_PROBE = {"httpGet": {"path": "/live", "port": 8080}, "periodSeconds": 20}
_CLAIMS: dict[str, dict[str, Any]] = {
    "plain": {},
    "secretive": {
        "size": "micro",
        "httpPort": 3000,
        "imagePullSecrets": [{"name": "registry"}],
        "secret1Name": "orders-db",
        "secret2Name": "orders-cache",
    },
    "probed": {
        "livenessProbe": _PROBE,
        "readinessProbe": {**_PROBE, "successThreshold": 2},
        "initContainer": {"command": ["./migrate"]},
    },
    "sticky": {"size": "small", "sessionAffinity": "ClientIP", "secret5Name": "orders-mail"},
}
_MANAGED = "deployments,services,serviceaccounts,scaledobjects.keda.sh"
_FIELD = re.compile(r"metadata\.labels\['(.+)'\]")
_VARIABLE = re.compile(r"\$\((\w+)\)")


def _claim(name: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    nats = {"url": "nats://nats.nats.svc:4222", "stream": f"E2E_{name.upper()}", "consumer": f"{name}-workers"}
    return {
        "apiVersion": f"{GROUP}/v1alpha1",
        "kind": "EventDrivenService",
        "spec": {"image": "ghcr.io/example/orders:1.4.2", "nats": nats, **fields},
    }


CLAIMS = {name: _claim(name, fields) for name, fields in _CLAIMS.items()}
"""The claims by name, without metadata."""


def objects(kubectl: Kubectl, namespace: str) -> list[dict[str, Any]]:
    """Return the Objects of all claims in a namespace."""
    selector = f"--selector=crossplane.io/claim-namespace={namespace}"
    items: list[dict[str, Any]] = kubectl.get("objects.kubernetes.crossplane.io", selector)["items"]
    return items


def identities(kubectl: Kubectl, namespace: str) -> dict[tuple[str, str], str]:
    """Return the uids of the Objects and of what they manage, by kind and name."""
    managed = kubectl.get(_MANAGED, f"--namespace={namespace}")["items"]
    return {
        (item["kind"], item["metadata"]["name"]): item["metadata"]["uid"]
        for item in [*objects(kubectl, namespace), *managed]
        if item["metadata"]["name"] != "default"
    }


def selectors(deployments: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the selectors by the names of the Deployments."""
    return {item["metadata"]["name"]: item["spec"]["selector"] for item in deployments}


def variables(deployments: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    """Return what the main containers see, by the names of the Deployments: values, and whole Secrets."""
    return {item["metadata"]["name"]: _variables(item) for item in deployments}


def _variables(deployment: Mapping[str, Any]) -> dict[str, str]:
    template = deployment["spec"]["template"]
    (container,) = template["spec"]["containers"]
    found: dict[str, str] = {}
    for entry in container["env"]:
        path = entry.get("valueFrom", {}).get("fieldRef", {}).get("fieldPath", "")
        label = _FIELD.fullmatch(path)
        value = template["metadata"]["labels"][label[1]] if label else entry.get("value", "")
        if path == "metadata.namespace":
            value = deployment["metadata"]["namespace"]
        found[entry["name"]] = _VARIABLE.sub(lambda match: found[match[1]], value)
    secrets = (source["secretRef"] for source in container.get("envFrom", []))
    real = {secret["name"]: secret for secret in secrets if not secret["name"].startswith("placeholder-")}
    return found | {f"Secret {name}": f"optional: {secret.get('optional', False)}" for name, secret in real.items()}
