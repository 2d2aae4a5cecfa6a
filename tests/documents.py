"""The documents that tests start from: a valid one, to be changed at the place a test is about."""

import random
from collections.abc import Mapping
from typing import Any

from function.base.manifest import Json, Manifest

GROUP = "platform.bizmatters.io/v1alpha1"


def worker(**fields: Json) -> Manifest:
    """Return the shortest valid spec, with these fields added or replaced."""
    return {
        "image": "ghcr.io/example/orders:1.2.3",
        "nats": {"stream": "ORDERS", "consumer": "orders-worker"},
        **fields,
    }


def xr(spec: Mapping[str, Json], *, name: str = "orders", namespace: str = "shop", **metadata: Json) -> Manifest:
    """Return the composite that Crossplane makes of a claim."""
    claim: Json = {"apiVersion": GROUP, "kind": "EventDrivenService", "name": name, "namespace": namespace}
    meta: Json = {"name": f"{name}-x7k2p", **metadata}
    return {"apiVersion": GROUP, "kind": "XEventDrivenService", "metadata": meta, "spec": {**spec, "claimRef": claim}}


def namespaced(spec: Json, *, name: str = "orders", namespace: str = "shop", **metadata: Json) -> Manifest:
    """Return a composite of the namespaced API."""
    meta: Json = {"name": name, "namespace": namespace, **metadata}
    return {"apiVersion": GROUP, "kind": "EventDrivenService", "metadata": meta, "spec": spec}


def shuffled(value: Any, source: random.Random) -> Any:
    """Return the value with the keys of every mapping in another order."""
    if isinstance(value, dict):
        keys = list(value)
        source.shuffle(keys)
        return {key: shuffled(value[key], source) for key in keys}
    return [shuffled(item, source) for item in value] if isinstance(value, list) else value


def platform(**settings: Json) -> Manifest:
    """Return a PlatformConfig."""
    return {"apiVersion": "platform.fn.bizmatters.io/v1beta1", "kind": "PlatformConfig", "spec": settings}


ALLOWED: Manifest = {
    "serviceAccountAnnotations": [""],
    "podAnnotations": [""],
    "podLabels": [""],
    "streams": {"kinesisProvision": True},
}
"""The policy of a platform that lets claims have every label and annotation, and bindings every stream."""
LOOSE = platform(policy=ALLOWED)

FULL: Manifest = {
    "image": "ghcr.io/example/orders:1.2.3",
    "nats": {"stream": "ORDERS", "consumer": "orders-worker"},
    "imagePullPolicy": "Always",
    "imagePullSecrets": [{"name": "registry"}],
    "size": "small",
    "resources": {
        "requests": {"cpu": "300m", "memory": "600Mi", "ephemeral-storage": "1Gi"},
        "limits": {"ephemeral-storage": "2Gi"},
    },
    "command": ["/app/worker"],
    "args": ["--verbose"],
    "env": [{"name": "MODE", "value": "fast"}],
    "secretRefs": [
        {
            "name": "database",
            "env": [{"secretKey": "url", "envName": "DATABASE_URL", "optional": False}],
            "envFrom": True,
            "prefix": "DB_",
        },
        {"name": "queue", "env": [{"secretKey": "token", "envName": "QUEUE_TOKEN"}], "envFrom": True},
    ],
    "configMapRefs": [
        {
            "name": "settings",
            "env": [{"configMapKey": "level", "envName": "LEVEL", "optional": False}],
            "envFrom": True,
            "prefix": "SET_",
        },
        {"name": "flags", "env": [{"configMapKey": "beta", "envName": "BETA"}], "envFrom": True},
    ],
    "initContainer": {
        "command": ["/app/migrate"],
        "args": ["up"],
        "image": "ghcr.io/example/migrations:1",
        "env": [{"name": "STEP", "value": "1"}],
    },
    "probes": {"liveness": {}, "readiness": {}, "startup": {}},
    "scaling": {
        "fallback": {"failureThreshold": 3, "replicas": 2},
        "triggers": [
            {"type": "cpu", "utilization": 80},
            {
                "type": "cron",
                "timezone": "Europe/Berlin",
                "start": "0 8 * * *",
                "end": "0 18 * * *",
                "desiredReplicas": 3,
            },
            {"type": "memory", "utilization": 80},
            {"type": "nats-jetstream", "stream": "RETURNS", "consumer": "returns-worker"},
            {"type": "prometheus", "serverAddress": "http://prometheus:9090", "query": "up", "threshold": "5"},
        ],
    },
    "serviceAccount": {"annotations": {"role": "orders"}},
    "podLabels": {"team": "checkout"},
    "podAnnotations": {"note": "one"},
    "disruptionBudget": {"minAvailable": 1},
    "topologySpread": [{"topologyKey": "zone"}],
    "securityContext": {"runAsUser": 2000, "supplementalGroups": [3000]},
    "volumes": [
        {"name": "cache", "mountPath": "/cache", "emptyDir": {}},
        {"name": "tls", "mountPath": "/tls", "secret": {"name": "tls", "items": [{"key": "ca", "path": "ca.crt"}]}},
        {"name": "conf", "mountPath": "/conf", "configMap": {"name": "conf", "items": [{"key": "a", "path": "a.ini"}]}},
    ],
    "metrics": {"port": 9090},
}
"""A valid spec that uses every part of the API."""
