"""No field of EventDrivenService is accepted and ignored: another value gives other objects.

The fields of its triggers are tested in tests/plug_ins.
"""

import json

import pytest

from function.apis.event_driven_service.model.service import EventDrivenService
from function.base.manifest import Json, Manifest, mapping_at
from tests.bound import KINESIS, LOOKUPS, STREAMS, document, rendered, service, variable
from tests.documents import ALLOWED, LOOSE, platform
from tests.full import FULL
from tests.leaves import leaf, leaves, replaced
from tests.support import manifests

PROBE: dict[str, Json] = {
    "enabled": False,
    "path": "/other",
    "initialDelaySeconds": 77,
    "periodSeconds": 77,
    "timeoutSeconds": 77,
    "failureThreshold": 77,
}
SOURCE: dict[str, Json] = {"name": "other", "items[0].key": "b", "items[0].path": "b", "optional": True}
CHANGES: dict[str, Json] = {
    "image": "ghcr.io/example/orders@sha256:" + "0" * 64,
    "nats.stream": "OTHER",
    "nats.consumer": "other",
    "nats.url": "nats://other:4222",
    "nats.account": "ORDERS",
    "nats.monitoringEndpoint": "other:8222",
    "imagePullPolicy": "Never",
    "imagePullSecrets[0].name": "other",
    "size": "large",
    "resources.requests.cpu": "400m",
    "resources.requests.memory": "700Mi",
    "resources.requests.ephemeral-storage": "1.5Gi",
    "resources.limits.cpu": "700m",
    "resources.limits.memory": "1000Mi",
    "resources.limits.ephemeral-storage": "3Gi",
    "command[0]": "/app/other",
    "args[0]": "--quiet",
    "env[0].name": "OTHER",
    "env[0].value": "slow",
    "secretRefs[0].name": "other",
    "secretRefs[0].env[0].secretKey": "other",
    "secretRefs[0].env[0].envName": "OTHER",
    "secretRefs[0].env[0].optional": True,
    "secretRefs[1].envFrom": False,
    "secretRefs[0].prefix": "OTHER_",
    "secretRefs[0].optional": True,
    "configMapRefs[0].name": "other",
    "configMapRefs[0].env[0].configMapKey": "other",
    "configMapRefs[0].env[0].envName": "OTHER",
    "configMapRefs[0].env[0].optional": True,
    "configMapRefs[1].envFrom": False,
    "configMapRefs[0].prefix": "OTHER_",
    "configMapRefs[0].optional": True,
    "initContainer.command[0]": "/app/other",
    "initContainer.args[0]": "down",
    "initContainer.image": "ghcr.io/example/migrations:2",
    "initContainer.env[0].name": "OTHER",
    "initContainer.env[0].value": "2",
    "httpPort": 9000,
    "healthPath": "/alive",
    "readyPath": "/serving",
    "sessionAffinity": "ClientIP",
    "scaling.enabled": False,
    "scaling.minReplicas": 2,
    "scaling.maxReplicas": 20,
    "scaling.lagThreshold": 50,
    "scaling.activationLagThreshold": 7,
    "scaling.pollingInterval": 15,
    "scaling.cooldownPeriod": 60,
    "scaling.fallback.failureThreshold": 5,
    "scaling.fallback.replicas": 4,
    "scaling.fallback.behavior": "currentReplicas",
    "scaling.scaleDownStabilizationSeconds": 30,
    "scaling.paused": True,
    "progressDeadlineSeconds": 700,
    "terminationGracePeriodSeconds": 120,
    "serviceAccount.annotations{role}": "other",
    "serviceAccount.mountToken": True,
    "podLabels{team}": "other",
    "podAnnotations{note}": "two",
    "disruptionBudget.minAvailable": "50%",
    "topologySpread[0].topologyKey": "host",
    "topologySpread[0].maxSkew": 2,
    "topologySpread[0].whenUnsatisfiable": "DoNotSchedule",
    "securityContext.runAsUser": 2001,
    "securityContext.runAsGroup": 2001,
    "securityContext.fsGroup": 2001,
    "securityContext.fsGroupChangePolicy": "OnRootMismatch",
    "securityContext.supplementalGroups[0]": 3001,
    "securityContext.readOnlyRootFilesystem": True,
    "volumes[0].name": "other",
    "volumes[0].mountPath": "/other",
    "volumes[0].readOnly": True,
    "volumes[0].emptyDir.sizeLimit": "1Gi",
    "volumes[0].emptyDir.medium": "Memory",
    "metrics.enabled": False,
    "metrics.port": 9091,
    "metrics.path": "/other",
    **{
        f"probes.{probe}.{field}": value
        for probe in ("liveness", "readiness", "startup")
        for field, value in PROBE.items()
    },
    **{f"volumes[1].secret.{field}": value for field, value in SOURCE.items()},
    **{f"volumes[2].configMap.{field}": value for field, value in SOURCE.items()},
}
INSTEAD: dict[str, tuple[str, Json]] = {
    "disruptionBudget.maxUnavailable": ("disruptionBudget", {"maxUnavailable": 1}),
    "securityContext.useImageUser": ("securityContext", {"useImageUser": True}),
}
"""Fields that exclude another one: what to put in place of both."""


@pytest.mark.parametrize(("place", "value"), CHANGES.items(), ids=str)
def test_another_value_gives_other_objects(place: str, value: Json) -> None:
    assert manifests(replaced(FULL, place, value), LOOSE) != manifests(FULL, LOOSE)


@pytest.mark.parametrize(("field", "change"), INSTEAD.items(), ids=str)
def test_so_does_a_field_in_place_of_another(field: str, change: tuple[str, Json]) -> None:
    assert manifests(replaced(FULL, *change), LOOSE) != manifests(FULL, LOOSE), field


def test_so_does_another_connection() -> None:
    """Connections are the platform's, so a spec cannot name any without settings."""
    connections: Json = {"a": [], "b": [{"cidr": "::/0"}]}
    settings = platform(policy=ALLOWED, networkPolicy={"enabled": True, "connections": connections})
    assert manifests({**FULL, "connections": ["a"]}, settings) != manifests({**FULL, "connections": ["b"]}, settings)


EVENTS: Json = {
    **KINESIS,
    "scaling": {
        "trigger": {"type": "aws-kinesis-stream", "metadata": {"streamName": "returns", "awsRegion": "us-east-1"}}
    },
}
BOUND = service(
    variable("A", stream="orders", field="type"),
    variable("B", lookup="customers", field="type"),
    variable("C", service="postgresql", field="client.host"),
    trigger={"stream": "alerts", "shardCount": 2},
)
BINDING: dict[str, Json] = {
    "bindingRef.name": "other",
    "bindingRef.env[0].name": "OTHER",
    "bindingRef.env[0].stream": "alerts",
    "bindingRef.env[0].field": "topic",
    "bindingRef.env[1].lookup": "rates",
    "bindingRef.env[2].service": "redis",
    "bindingRef.trigger.shardCount": 3,
    "bindingRef.trigger.stream": "returns",
    "bindingRef.sidecar": True,
}


@pytest.mark.parametrize(("place", "value"), BINDING.items(), ids=str)
def test_so_does_another_value_of_a_reference_to_a_binding(place: str, value: Json) -> None:
    found = document({**STREAMS, "returns": EVENTS}, {**LOOKUPS, "rates": {"type": "redis"}})
    dapr: Json = {"sidecar": {"client": {"annotations": {"dapr.io/enabled": "true"}}}}
    services: Json = {name: {"client": {"host": name}} for name in ("postgresql", "redis")}
    files: Manifest = {"dapr.yaml": json.dumps(dapr), "services.yaml": json.dumps(services)}
    whole: Manifest = {**found, "data": {**mapping_at(found, "data"), **files}}
    settings = platform(policy={"podAnnotations": ["dapr.io/"]})
    changed = rendered(replaced(BOUND, place, value), whole, platform=settings)
    assert changed.fatal is None
    assert changed.resources != rendered(BOUND, whole, platform=settings).resources


def test_every_field_has_its_case() -> None:
    known = {field for field in leaves(EventDrivenService) if not field.startswith("scaling.triggers")}
    assert {leaf(place) for place in [*CHANGES, *INSTEAD, *BINDING, "connections[0]"]} == known
