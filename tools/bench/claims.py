"""The claims that are measured: each differs from the others in every name."""

from function.base.manifest import Json, Manifest

GROUP = "platform.bizmatters.io/v1alpha1"
_SIZES = ("small", "medium", "large")


def service(number: int, *, env: int = 1, secrets: int = 2) -> Manifest:
    """Return a service with this many variables and references to Secrets, the first of which names a key."""
    name = f"orders-{number:04}"
    first: Json = {"name": f"{name}-db", "env": [{"secretKey": "password", "envName": "DB_PASSWORD"}]}
    spec: Manifest = {
        "image": f"ghcr.io/example/{name}:1.{number % 7}.{number}",
        "size": _SIZES[number % len(_SIZES)],
        "nats": {"stream": f"ORDERS_{number:04}", "consumer": f"{name}-workers"},
        "httpPort": 8000 + number % 1000,
        "env": [{"name": f"SETTING_{index}", "value": f"value-{number}-{index}"} for index in range(env)],
        "secretRefs": [first, *({"name": f"{name}-{index}", "envFrom": True} for index in range(1, secrets))],
        "scaling": {"minReplicas": 1, "maxReplicas": 2 + number % 9},
    }
    return _claim("EventDrivenService", name, spec)


def binding(number: int, *, streams: int = 64) -> Manifest:
    """Return a binding with this many streams, which already exist."""
    name = f"payments-{number:04}"
    spec: Manifest = {
        "version": "1.0",
        "environment": "production",
        "streams": {
            f"stream_{index}": {
                "type": "kafka",
                "topic": f"prod.{name}.events-{index}.v1",
                "brokers": "main-kafka-bootstrap.kafka.svc:9093",
                "partitions": 12,
                "replication": 3,
                "properties": {"security.protocol": "SASL_SSL", "sasl.mechanism": "SCRAM-SHA-512"},
            }
            for index in range(streams)
        },
    }
    return _claim("InfraBinding", name, spec)


def _claim(kind: str, name: str, spec: Manifest) -> Manifest:
    return {
        "apiVersion": GROUP,
        "kind": kind,
        "metadata": {"name": name, "namespace": f"team-{name[-2:]}", "labels": {"team": f"team-{name[-2:]}"}},
        "spec": spec,
    }
