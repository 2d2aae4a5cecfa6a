"""Reasons from the Deployment."""

from function.base.condition import OPERATIONAL, WORKLOAD_AVAILABLE
from function.status import lookup
from function.status.reason import Reason

_WORKLOAD = (WORKLOAD_AVAILABLE, OPERATIONAL)

QUOTA_EXCEEDED = Reason(
    name="QuotaExceeded",
    conditions=_WORKLOAD,
    status="False",
    severity=300,
    effect="blocked",
    audience="claim author",
    meaning="The namespace's ResourceQuota does not allow more pods.",
    message="the quota '{quota}' does not allow more pods: {resources} exhausted",
    remedy="Choose a smaller spec.size, lower spec.scaling.maxReplicas, or ask the platform team for a larger quota",
    steps=("`kubectl describe resourcequota -n <namespace>` shows the usage and the limits.",),
)

PODS_NOT_CREATED = Reason(
    name="PodsNotCreated",
    conditions=_WORKLOAD,
    status="False",
    severity=301,
    effect="blocked",
    audience="claim author",
    meaning=(
        "The Deployment cannot create pods. Kubernetes keeps the first error of a series, so the message may be "
        "outdated; the events of the ReplicaSet show the current error."
    ),
    message="pods cannot be created; the first error was: {detail}",
    remedy="Show the current error: kubectl get events -n {namespace} --field-selector reason=FailedCreate",
    steps=("`kubectl describe replicasets -l app.kubernetes.io/name=<claim> -n <namespace>` shows the current error.",),
)

ROLLOUT_STUCK = Reason(
    name="RolloutStuck",
    conditions=_WORKLOAD,
    status="False",
    severity=350,
    effect="blocked",
    audience="claim author",
    meaning="The new revision was not ready within the progress deadline, `spec.progressDeadlineSeconds`.",
    message="the new revision was not ready in time",
    remedy="Check its pods: kubectl describe pods -l app.kubernetes.io/name={name} -n {namespace}",
    steps=(
        "The platform team can enable `diagnosis.pods` in the PlatformConfig, so that the status shows the cause.",
        f"{lookup.DESCRIBE_PODS} shows why pods are not ready.",
    ),
)

SCALED_TO_ZERO = Reason(
    name="ScaledToZero",
    conditions=_WORKLOAD,
    status="False",
    severity=360,
    effect="blocked",
    audience="claim author",
    meaning="The Deployment was scaled to zero, although the claim requires at least one replica.",
    message="the Deployment is scaled to zero, but the claim requires at least {minimum}",
    remedy="The autoscaler or the provider restores it; if not, find out what else changes the Deployment",
    steps=("Who sets `f:replicas`: `kubectl get deployment <claim> -n <namespace> -o yaml --show-managed-fields`",),
)

DEPLOYMENT_NOT_READY = Reason(
    name="DeploymentNotReady",
    conditions=_WORKLOAD,
    status="False",
    severity=390,
    effect="progressing",
    audience="claim author",
    meaning="Pods are being started or replaced, and no error was reported.",
    message="{detail}",
    steps=(
        "Wait: the first start of a pod takes a while, because its image must be pulled.",
        f"{lookup.DESCRIBE_PODS} shows what a pod is waiting for.",
    ),
)

IDLE = Reason(
    name="Idle",
    conditions=(WORKLOAD_AVAILABLE,),
    status="True",
    severity=900,
    effect="idle",
    audience="claim author",
    meaning="No replica is running, as intended: no messages are pending, or autoscaling is paused.",
    message="idle; {detail}",
)

SWITCHED_OFF = Reason(
    name="SwitchedOff",
    conditions=_WORKLOAD,
    status="True",
    severity=899,
    effect="idle",
    audience="claim author",
    meaning="The claim switches the service off: autoscaling is disabled, and it requests no replicas.",
    message="switched off: autoscaling is disabled with 0 replicas, so messages do not start the service",
    remedy="To start it, set spec.scaling.enabled: true, or spec.scaling.minReplicas to 1 or more",
)

AVAILABLE = Reason(
    name="Available",
    conditions=(WORKLOAD_AVAILABLE,),
    status="True",
    severity=901,
    effect="healthy",
    audience="claim author",
    meaning="Enough pods of the newest revision are ready, or the service is starting from zero replicas.",
    message="{detail}",
)
