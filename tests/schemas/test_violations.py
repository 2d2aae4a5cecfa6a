"""The judge itself: what it must find in a manifest that was right before one change."""

from copy import deepcopy
from typing import Any

import kubernetes_validate
import pytest

from function.base.manifest import Json, Manifest
from tests.schemas import violations
from tests.schemas.validators import KUBERNETES
from tools import golden

LOCKED_DOWN = golden.EXAMPLES / "eventdrivenservice" / "locked-down" / "expected.yaml"
RIGHT: dict[str, Manifest] = {str(manifest["kind"]): manifest for manifest in golden.documents(LOCKED_DOWN)}
RIGHT["Object"] = {
    "apiVersion": "kubernetes.crossplane.io/v1alpha2",
    "kind": "Object",
    "spec": {
        "forProvider": {"manifest": RIGHT["Service"]},
        "providerConfigRef": {"name": "kubernetes-provider"},
        "readiness": {"policy": "SuccessfulCreate"},
    },
}
POD = "spec.template.spec"
MAIN = f"{POD}.containers.0"


def changed(kind: str, place: str, value: Json) -> Manifest:
    """Return the manifest of a kind with another value at a place; None removes what is there."""
    manifest: Any = deepcopy(RIGHT[kind])
    *above, last = place.split(".")
    below: Any = manifest
    for step in above:
        below = below[int(step)] if isinstance(below, list) else below[step]
    if value is None:
        del below[last]
    else:
        below[int(last) if isinstance(below, list) else last] = value
    return dict(manifest)


@pytest.mark.parametrize("kind", RIGHT)
def test_nothing_is_found_in_what_is_right(kind: str) -> None:
    assert violations(RIGHT[kind]) == []


WRONG: list[tuple[str, str, Json, str]] = [
    # what schemas know
    ("Deployment", f"{MAIN}.imagePolicy", "Always", "imagePolicy"),
    ("Deployment", "spec.template.specs", {}, "specs"),
    ("Deployment", "spec.replicas", "3", "spec.replicas"),
    ("Deployment", "spec.selector", None, "selector"),
    ("Deployment", f"{MAIN}.env.1.value", 5, "spec.template.spec.containers[0].env[1].value"),
    ("Service", "spec.ports.0.portName", "http", "portName"),
    ("ServiceAccount", "metadata.lables", {}, "lables"),
    ("ScaledObject", "spec.maxReplicas", 3, "maxReplicas"),
    ("ScaledObject", "spec.triggers.0.metadata.lagThreshold", 5, "lagThreshold"),
    ("ScaledObject", "spec.scaleTargetRef.name", None, "name"),
    ("ScaledObject", "metadata.clusterName", "x", "clusterName"),
    ("PodMonitor", "spec.podMetricsEndpoints.0.ports", "metrics", "ports"),
    ("Object", "spec.readiness.policy", "Whenever", "spec.readiness.policy"),
    ("Object", "spec.forProviders", {}, "forProviders"),
    ("Object", "spec.forProvider", None, "forProvider"),
    # any JSON
    ("Deployment", "spec.replicas", 2.0, "float 2.0"),
    ("Deployment", "spec.progressDeadlineSeconds", 10**30, "64 bits"),
    ("Service", "spec.clusterIP", float("nan"), "float nan"),
    # names
    ("Deployment", "metadata.name", "Orders", "metadata.name"),
    ("Deployment", "metadata.namespace", "a.b", "metadata.namespace"),
    ("Service", "metadata.name", "1st", "begins with a letter"),
    ("Object", "metadata", {"name": "mine"}, "Crossplane names"),
    # labels and annotations
    ("Service", "metadata.labels", {}, "metadata.labels: an empty map"),
    ("Service", "metadata.annotations", {}, "metadata.annotations: an empty map"),
    ("Service", "metadata.labels.a b", "c", "'a b' is no qualified name"),
    ("Service", "metadata.labels", {"a..b/c": "d"}, "'a..b/c' is no qualified name"),
    ("Service", "metadata.labels.team", "payments!", "no label value"),
    ("Service", "metadata.labels.team", "x" * 64, "no label value"),
    ("Service", "metadata.annotations", {"big": "x" * 262144}, "bytes"),
    ("Deployment", "spec.template.metadata.labels.team", "-", "no label value"),
    ("Deployment", "spec.selector.matchLabels.other", "x", "does not select"),
    # containers
    ("Deployment", f"{MAIN}.name", "Main", "no DNS label"),
    ("Deployment", f"{MAIN}.image", " orders", "blanks"),
    ("Deployment", f"{MAIN}.imagePullPolicy", "Sometimes", "imagePullPolicy"),
    ("Deployment", f"{MAIN}.env.1.name", "NATS_URL", "env 'NATS_URL' occurs twice"),
    ("Deployment", f"{MAIN}.env.1.name", "A=B", "no name of a variable"),
    ("Deployment", f"{MAIN}.env.0.value", "x", "both value and valueFrom"),
    ("Deployment", f"{MAIN}.env.0.valueFrom.secretKeyRef.key", "..", "no key"),
    ("Deployment", f"{MAIN}.envFrom.0.secretRef", {"name": "x"}, "exactly one source"),
    ("Deployment", f"{MAIN}.ports.1.name", "http", "port name 'http' occurs twice"),
    ("Deployment", f"{MAIN}.ports.1.containerPort", 8080, "port '8080/TCP' occurs twice"),
    ("Deployment", f"{MAIN}.ports.1.containerPort", 0, "containerPort"),
    ("Deployment", f"{MAIN}.ports.1.name", "much-too-long-a-name", "no service name"),
    ("Deployment", f"{MAIN}.resources.limits.cpu", "lots", "no quantity"),
    ("Deployment", f"{MAIN}.resources.requests.memory", "3.5Gi", "exceeds the limit"),
    ("Deployment", f"{MAIN}.livenessProbe.httpGet.port", "web", "no port of the container"),
    ("Deployment", f"{MAIN}.livenessProbe.httpGet.path", "health", "begin with '/'"),
    ("Deployment", f"{MAIN}.readinessProbe.timeoutSeconds", 0, "out of range"),
    # volumes
    ("Deployment", f"{MAIN}.volumeMounts.1.name", "other", "names no volume"),
    ("Deployment", f"{MAIN}.volumeMounts.1.mountPath", "/tmp", "mountPath '/tmp' occurs twice"),  # noqa: S108 - no file
    ("Deployment", f"{MAIN}.volumeMounts.1.mountPath", "/a:b", "holds ':'"),
    ("Deployment", f"{POD}.volumes.1.name", "scratch", "volume name 'scratch' occurs twice"),
    ("Deployment", f"{POD}.volumes.0.emptyDir.sizeLimit", "big", "no quantity"),
    ("Deployment", f"{POD}.volumes.1.emptyDir", {}, "exactly one source"),
    ("Deployment", f"{POD}.volumes.2.secret.items.0.path", "../key", "no path below"),
    ("Deployment", f"{POD}.volumes.2.secret.secretName", "A B", "no name of a Secret"),
    # what other kinds ask for
    ("Service", "spec.ports.0.port", 65536, "no port"),
    ("Service", "spec.ports.0.targetPort", "HTTP", "targetPort"),
    ("PodDisruptionBudget", "spec.maxUnavailable", 1, "exactly one"),
    ("PodDisruptionBudget", "spec.minAvailable", "2", "no percentage"),
    ("PodDisruptionBudget", "spec.minAvailable", 2**31, "no number of pods"),
    ("ScaledObject", "metadata.name", "o" * 55, "too long for the HPA"),
    ("ScaledObject", "spec.minReplicaCount", 11, "no range"),
    ("Object", "spec.readiness", {"policy": "DeriveFromCelQuery"}, "celQuery"),
    ("Object", "spec.readiness.celQuery", "true", "celQuery"),
    ("Object", "spec.forProvider.manifest.spec.ports.0.port", 0, "spec.forProvider.manifest.spec.ports"),
    ("Object", "spec.forProvider.manifest.kind", "Servce", "spec.forProvider.manifest.kind: no schema"),
]


@pytest.mark.parametrize(("kind", "place", "value", "text"), WRONG)
def test_one_change_is_found(kind: str, place: str, value: Json, text: str) -> None:
    found = violations(changed(kind, place, value))
    assert any(text in line for line in found), found
    assert all(": " in line for line in found)


@pytest.mark.parametrize(
    ("api_version", "kind"),
    [
        ("apps/v1", "Deploymint"),
        ("apps/v1beta1", "Deployment"),
        ("keda.sh/v1alpha1", "ScaledJob"),
        ("keda.sh/v2", "ScaledObject"),
        ("kubernetes.crossplane.io/v1alpha2", "Thing"),
        ("", ""),
        ("../v1", "Deployment"),
    ],
)
def test_unknown_kind_is_a_violation(api_version: str, kind: str) -> None:
    assert violations({"apiVersion": api_version, "kind": kind}) == [f"kind: no schema for {kind!r} in {api_version!r}"]


@pytest.mark.parametrize("value", [None, (1,), {1}, b"x", {1: 2}, {"a": [None]}])
def test_what_json_has_not_is_a_violation(value: Any) -> None:
    assert violations({**RIGHT["ServiceAccount"], "secrets": value})


def test_cpu_alone_cannot_wake_a_service() -> None:
    triggers: Json = [{"type": "cpu", "metricType": "Utilization", "metadata": {"value": "80"}}]
    spec: Json = {"scaleTargetRef": {"name": "x"}, "minReplicaCount": 0, "maxReplicaCount": 3, "triggers": triggers}
    assert violations({**RIGHT["ScaledObject"], "spec": spec}) == ["spec: cpu and memory alone cannot scale to zero"]


def test_names_of_triggers_must_differ() -> None:
    trigger: Json = {"type": "cron", "name": "twice", "metadata": {"timezone": "UTC"}}
    spec: Json = {"scaleTargetRef": {"name": "x"}, "maxReplicaCount": 3, "triggers": [trigger, trigger]}
    assert violations({**RIGHT["ScaledObject"], "spec": spec}) == ["spec.triggers: a name occurs twice"]


@pytest.mark.parametrize("kind", ["Deployment", "PodDisruptionBudget", "Service", "ServiceAccount"])
def test_the_package_that_the_schemas_are_from_agrees(kind: str) -> None:
    assert kubernetes_validate.validate(RIGHT[kind], KUBERNETES, strict=True) == KUBERNETES
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate({**RIGHT[kind], "unknown": 1}, KUBERNETES, strict=True)
