"""What to do about each part that does not fit."""

import pytest

from function.base.manifest import Json
from function.importing.hints import hint

POD = ("spec", "template", "spec")


@pytest.mark.parametrize(
    ("kind", "path", "value", "words"),
    [
        ("Deployment", (*POD, "nodeSelector", "disk"), "ssd", "the platform decides where pods run"),
        ("Deployment", (*POD, "containers", 1), {"ports": []}, "a service runs one container"),
        ("Deployment", (*POD, "initContainers", 1), {}, "initContainer runs one container"),
        ("Deployment", (*POD, "containers", 0, "resizePolicy", 0), {}, "an overlay"),
        ("Deployment", (*POD, "containers", 0, "resources", "claims", 0), {}, "an overlay"),
        ("Deployment", ("metadata", "ownerReferences", 0), {}, "remove the object from its owner"),
        ("Service", ("metadata", "finalizers"), [], "a claim sets none"),
        ("Deployment", (*POD, "containers", 0, "livenessProbe"), {"exec": {}}, "probes are HTTP requests"),
        ("Deployment", (*POD, "containers", 0, "livenessProbe", "successThreshold"), 2, "one success is enough"),
        ("Deployment", (*POD, "containers", 0, "env", 3), {"valueFrom": {"fieldRef": {}}}, "defaults.pod.env"),
        ("Deployment", (*POD, "containers", 0, "securityContext", "privileged"), True, "restricted"),
        ("Deployment", (*POD, "volumes", 0), {"persistentVolumeClaim": {}}, "a service keeps no data"),
        ("Deployment", (*POD, "containers", 0, "volumeMounts", 0), {"subPath": "x"}, "use items to mount single keys"),
        ("Deployment", ("spec", "strategy"), {}, "how revisions are rolled out"),
        ("Deployment", ("metadata", "labels"), None, "podLabels"),
        ("Service", ("metadata", "annotations"), None, "podAnnotations"),
        ("Service", ("spec", "type"), "NodePort", "Ingress"),
        ("Service", ("spec", "ports", 1), {"port": 1}, "create another Service"),
        ("ScaledObject", ("spec", "idleReplicaCount"), 0, "use spec.scaling.minReplicas"),
        ("ScaledObject", ("spec", "triggers", 0, "authenticationRef"), {}, "without credentials"),
        ("ServiceMonitor", ("spec", "endpoints", 0, "interval"), "1m", "how often it reads metrics"),
        ("ServiceAccount", ("imagePullSecrets", 0), {}, "use spec.imagePullSecrets"),
        ("PodDisruptionBudget", ("spec", "unhealthyPodEvictionPolicy"), "AlwaysAllow", "an overlay"),
        ("NetworkPolicy", (), None, "an overlay"),
        ("Deployment", (*POD, "containers", 0, "unheardOf"), 1, "an overlay"),
    ],
)
def test_there_is_always_a_hint(kind: str, path: tuple[str | int, ...], value: Json, words: str) -> None:
    assert words in hint(kind, path, value)
