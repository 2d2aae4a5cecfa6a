"""Reasons that the Deployment tells."""

from function.base.condition import OPERATIONAL, WORKLOAD_AVAILABLE
from function.status.reason import Reason

_WORKLOAD = (WORKLOAD_AVAILABLE, OPERATIONAL)

QUOTA_EXCEEDED = Reason(
    name="QuotaExceeded",
    conditions=_WORKLOAD,
    status="False",
    severity=300,
    effect="blocked",
    audience="claim author",
    meaning="The namespace's ResourceQuota allows no further pod.",
    message="the quota '{quota}' allows no further pod: {resources} used up",
    remedy="choose a smaller spec.size, lower spec.scaling.maxReplicas, or ask the platform team for more",
    steps=("`kubectl describe resourcequota -n <namespace>` shows what is used, and the limit.",),
)

PODS_NOT_CREATED = Reason(
    name="PodsNotCreated",
    conditions=_WORKLOAD,
    status="False",
    severity=301,
    effect="blocked",
    audience="claim author",
    meaning=(
        "The Deployment cannot make pods. Kubernetes keeps the first error of a series, so the text may be about an "
        "earlier one; the events of the ReplicaSet tell the present one."
    ),
    message="pods cannot be created; the first error was: {detail}",
    remedy="the present one is in: kubectl get events -n {namespace} --field-selector reason=FailedCreate",
)

ROLLOUT_STUCK = Reason(
    name="RolloutStuck",
    conditions=_WORKLOAD,
    status="False",
    severity=350,
    effect="blocked",
    audience="claim author",
    meaning="The new revision did not come up within the Deployment's progress deadline (10 minutes).",
    message="the new revision did not come up in time",
    remedy="look at its pods: kubectl describe pods -l app.kubernetes.io/name={name} -n {namespace}",
    steps=("The platform team can switch on `diagnosis.pods` in the PlatformConfig: the cause is then told here.",),
)

SCALED_TO_ZERO = Reason(
    name="ScaledToZero",
    conditions=_WORKLOAD,
    status="False",
    severity=360,
    effect="blocked",
    audience="claim author",
    meaning="Someone has scaled the Deployment to zero, though the claim wants at least one replica.",
    message="the Deployment is scaled to zero, and the claim wants at least {minimum}",
    remedy="the autoscaler or the provider puts it back; if not, look who else changes the Deployment",
)

DEPLOYMENT_NOT_READY = Reason(
    name="DeploymentNotReady",
    conditions=_WORKLOAD,
    status="False",
    severity=390,
    effect="progressing",
    audience="claim author",
    meaning="Pods are being started or replaced, and nothing says that this fails.",
    message="{detail}",
    steps=(
        "Wait: the first start of a pod, with its image pull, takes a while.",
        "`kubectl describe pods -l app.kubernetes.io/name=<claim>` shows what a pod waits for.",
    ),
)

IDLE = Reason(
    name="Idle",
    conditions=(WORKLOAD_AVAILABLE,),
    status="True",
    severity=900,
    effect="idle",
    audience="claim author",
    meaning="No replica runs, and none should: nothing waits in the stream, or the claim asks for none.",
    message="idle; {detail}",
)

AVAILABLE = Reason(
    name="Available",
    conditions=(WORKLOAD_AVAILABLE,),
    status="True",
    severity=901,
    effect="healthy",
    audience="claim author",
    meaning="Enough pods of the newest revision serve, or the service is waking from zero.",
    message="{detail}",
)
