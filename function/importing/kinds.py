"""The kinds of objects that a claim can replace, and the other kinds that run pods."""

from function.base.manifest import Json, items_at, text_at

DEPLOYMENT, SERVICE, SCALED_OBJECT = "Deployment", "Service", "ScaledObject"
AUTOSCALER, ACCOUNT, BUDGET = "HorizontalPodAutoscaler", "ServiceAccount", "PodDisruptionBudget"
SERVICE_MONITOR, POD_MONITOR, NETWORK_POLICY = "ServiceMonitor", "PodMonitor", "NetworkPolicy"
_GROUPS = {
    ACCOUNT: "",
    DEPLOYMENT: "apps",
    SERVICE: "",
    SCALED_OBJECT: "keda.sh",
    AUTOSCALER: "autoscaling",
    BUDGET: "policy",
    SERVICE_MONITOR: "monitoring.coreos.com",
    POD_MONITOR: "monitoring.coreos.com",
    NETWORK_POLICY: "networking.k8s.io",
    "CronJob": "batch",
    "DaemonSet": "apps",
    "Job": "batch",
    "Pod": "",
    "ReplicaSet": "apps",
    "ReplicationController": "",
    "StatefulSet": "apps",
}
"""The API group of each kind: other groups have kinds of the same names, such as the Service of Knative."""
AROUND = (
    ACCOUNT,
    SERVICE,
    SCALED_OBJECT,
    AUTOSCALER,
    BUDGET,
    SERVICE_MONITOR,
    POD_MONITOR,
    NETWORK_POLICY,
)
"""The kinds of objects that belong to a Deployment."""

OTHER = "other"
"""Stands for kinds of other projects that run pods."""


def runs_pods(manifest: Json) -> bool:
    """Return whether an object has a template of pods, whatever its kind."""
    return bool(items_at(manifest, "spec", "template", "spec", "containers")) and bool(text_at(manifest, "kind"))


def kind_of(manifest: Json) -> str:
    """Return the kind of an object that matters here, or ""."""
    kind, group = text_at(manifest, "kind"), text_at(manifest, "apiVersion").rpartition("/")[0]
    return kind if _GROUPS.get(kind) == group else ""
