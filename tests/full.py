"""A spec of EventDrivenService with everything in it, the triggers of all plug-ins included."""

from function.base.manifest import Json, Manifest
from tests.plug_ins.families import CASES

TRIGGERS = list[Json](cases.whole for plug_in, cases in CASES if plug_in.kind == "EventDrivenService")[:10]
"""A trigger of each type, as many as a service may have."""

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
        "triggers": TRIGGERS,
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
