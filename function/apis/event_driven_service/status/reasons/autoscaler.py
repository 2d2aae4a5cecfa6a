"""Reasons from the ScaledObject."""

from function.base.condition import AUTOSCALER_READY, OPERATIONAL
from function.status import lookup
from function.status.reason import Reason

_SCALER = (AUTOSCALER_READY, OPERATIONAL)

_TRIGGER_STEPS = (
    "`nats stream info <stream>` and `nats consumer info <stream> <consumer>` show whether both exist.",
    "The durable consumer must exist before the service is scaled for the first time.",
    "Compare `spec.nats.stream` and `spec.nats.consumer` with the existing names. They are case-sensitive.",
    "Check the account (`spec.nats.account`, by default `$G`). `$SYS` has no JetStream.",
    "Check the monitoring endpoint: it must be the headless Service, because only it exposes port 8222.",
    f"The events of the ScaledObject: {lookup.DESCRIBE_SCALED_OBJECT}",
    "If the events do not show the cause: `kubectl logs -n keda -l app=keda-operator`",
)

AUTOSCALER_CONFLICT = Reason(
    name="AutoscalerConflict",
    conditions=_SCALER,
    status="False",
    severity=119,
    effect="blocked",
    audience="operator",
    meaning="Another ScaledObject or HorizontalPodAutoscaler already scales the Deployment.",
    message="{detail}",
    remedy="Delete the other autoscaler, or set spec.scaling.enabled: false",
    steps=("`kubectl get scaledobjects,horizontalpodautoscalers -n <namespace>` shows the other autoscaler.",),
)

NATS_UNREACHABLE = Reason(
    name="NatsUnreachable",
    conditions=_SCALER,
    status="False",
    severity=400,
    effect="degraded",
    audience="operator",
    meaning="KEDA reports that it cannot reach the monitoring endpoint of NATS. The replica count does not change.",
    message="KEDA cannot reach the NATS monitoring endpoint {endpoint}",
    remedy="Check that spec.nats.monitoringEndpoint, or the platform's default, is the headless Service of NATS",
    steps=_TRIGGER_STEPS,
    failure="autoscaler trigger",
)

STREAM_OR_CONSUMER_NOT_FOUND = Reason(
    name="StreamOrConsumerNotFound",
    conditions=_SCALER,
    status="False",
    severity=401,
    effect="degraded",
    audience="claim author",
    meaning="KEDA reports that the stream or its consumer does not exist. A wrong account has the same effect.",
    message="KEDA cannot find consumer '{consumer}' on stream '{stream}' in account {account}",
    remedy="Create it, or correct spec.nats",
    steps=_TRIGGER_STEPS,
    failure="autoscaler trigger",
)

AUTOSCALER_ERROR = Reason(
    name="AutoscalerError",
    conditions=_SCALER,
    status="False",
    severity=410,
    effect="degraded",
    audience="claim author",
    meaning=(
        "A trigger fails, and the ScaledObject does not show why. The replica count does not change, and a service "
        "is not started from zero replicas."
    ),
    message="KEDA cannot read {what}",
    remedy="{check}",
    steps=_TRIGGER_STEPS,
    failure="autoscaler trigger",
)

SCALER_INVALID = Reason(
    name="AutoscalerInvalid",
    conditions=_SCALER,
    status="False",
    severity=411,
    effect="degraded",
    audience="operator",
    meaning="KEDA rejects the ScaledObject as invalid, usually because the Deployment does not exist yet.",
    message="KEDA cannot use the ScaledObject: {detail}",
    remedy="If this persists after the Deployment was created, contact the platform team",
    steps=(f"{lookup.DESCRIBE_SCALED_OBJECT} shows KEDA's events.",),
)

FALLBACK = Reason(
    name="AutoscalerFallback",
    conditions=_SCALER,
    status="False",
    severity=412,
    effect="degraded",
    audience="claim author",
    meaning="KEDA cannot read a trigger and applies `spec.scaling.fallback`.",
    message="KEDA cannot read {what} and applies the fallback",
    remedy="{check}",
    steps=_TRIGGER_STEPS,
    failure="autoscaler trigger",
)

AUTOSCALER_UNCONFIRMED = Reason(
    name="AutoscalerUnconfirmed",
    conditions=_SCALER,
    status="Unknown",
    severity=819,
    effect="progressing",
    audience="claim author",
    meaning=(
        "KEDA reports for the first time that a trigger fails. KEDA 2.20.0 and 2.20.1 also report a short gap in the "
        "metrics in this way. If KEDA still reports it at the next call, the reason is a failure."
    ),
    message="KEDA has just reported an error while reading {what}; it may be a short gap in the metrics",
    steps=(
        "Wait: at the next call, the reason becomes a failure or goes away.",
        "KEDA's errors are events of its object: `kubectl describe scaledobject <name>-scaler -n <namespace>`",
    ),
)

AUTOSCALER_PENDING = Reason(
    name="AutoscalerPending",
    conditions=_SCALER,
    status="Unknown",
    severity=820,
    effect="progressing",
    audience="claim author",
    meaning="The ScaledObject is new, and KEDA has not processed it yet.",
    message="KEDA has not reported on the autoscaler yet",
    steps=("If this lasts for minutes, check that KEDA's operator is running: `kubectl get pods -n keda`.",),
)

PAUSED = Reason(
    name="Paused",
    conditions=(AUTOSCALER_READY,),
    status="True",
    severity=900,
    effect="paused",
    audience="claim author",
    meaning="Autoscaling is paused on request. The number of replicas does not change, regardless of the lag.",
    message="autoscaling is paused; the number of replicas does not change",
)

SCALING_OFF = Reason(
    name="ScalingOff",
    conditions=(AUTOSCALER_READY,),
    status="True",
    severity=901,
    effect="healthy",
    audience="claim author",
    meaning="The claim disables autoscaling (spec.scaling.enabled: false).",
    message="autoscaling is disabled",
)

SCALING = Reason(
    name="Scaling",
    conditions=(AUTOSCALER_READY,),
    status="True",
    severity=902,
    effect="healthy",
    audience="claim author",
    meaning="KEDA reads the lag and scales the replicas accordingly.",
    message="the autoscaler is working",
)

TRIGGER_FAILURES = frozenset(
    reason.name
    for reason in (
        AUTOSCALER_UNCONFIRMED,
        AUTOSCALER_ERROR,
        FALLBACK,
        NATS_UNREACHABLE,
        STREAM_OR_CONSUMER_NOT_FOUND,
    )
)
"""The reasons that say that a trigger fails, or may fail."""
