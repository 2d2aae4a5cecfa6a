"""Reasons that the ScaledObject tells."""

from function.base.condition import AUTOSCALER_READY, OPERATIONAL
from function.status.reason import Reason

_SCALER = (AUTOSCALER_READY, OPERATIONAL)

_TRIGGER_STEPS = (
    "`nats stream info <stream>` and `nats consumer info <stream> <consumer>` show whether both exist.",
    "The durable consumer must be made before the service first scales.",
    "Compare `spec.nats.stream` and `spec.nats.consumer` with what is there, letter by letter.",
    "Check the account: `spec.nats.account`, by default `$G`; `$SYS` has no JetStream.",
    "Check the monitoring endpoint: it must be the headless Service, which alone exposes port 8222.",
    "`kubectl logs -n keda -l app=keda-operator` and the events of the ScaledObject name the cause.",
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
    remedy="delete the other autoscaler, or set spec.scaling.enabled: false",
)

NATS_UNREACHABLE = Reason(
    name="NatsUnreachable",
    conditions=_SCALER,
    status="False",
    severity=400,
    effect="degraded",
    audience="operator",
    meaning="KEDA says that it cannot reach the monitoring endpoint of NATS. The number of replicas stays as it is.",
    message="KEDA cannot reach the NATS monitoring endpoint {endpoint}",
    remedy="check that it names the headless Service of NATS; the claim's field is spec.nats.monitoringEndpoint",
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
    meaning="KEDA says that the stream or its consumer does not exist. A wrong account looks the same.",
    message="KEDA finds no consumer '{consumer}' on stream '{stream}' in account {account}",
    remedy="create it, or correct spec.nats",
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
        "A trigger fails, and KEDA does not say why in the ScaledObject. The number of replicas stays as it is, and a "
        "service at zero is not woken."
    ),
    message="KEDA cannot read the lag of consumer '{consumer}' on stream '{stream}'",
    remedy="check, in this order: stream and consumer exist, account {account} is theirs, {endpoint} can be reached",
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
    meaning="KEDA takes the ScaledObject for wrong; most often it does not find the Deployment yet.",
    message="KEDA cannot use the ScaledObject: {detail}",
    remedy="it passes once the Deployment exists; if not, tell the platform team",
)

FALLBACK = Reason(
    name="AutoscalerFallback",
    conditions=_SCALER,
    status="False",
    severity=412,
    effect="degraded",
    audience="claim author",
    meaning="KEDA cannot read the lag and runs the number of replicas in `spec.scaling.fallback`.",
    message="KEDA cannot read the lag of consumer '{consumer}' on stream '{stream}' and runs the fallback",
    remedy="check, in this order: stream and consumer exist, account {account} is theirs, {endpoint} can be reached",
    steps=_TRIGGER_STEPS,
    failure="autoscaler trigger",
)

AUTOSCALER_PENDING = Reason(
    name="AutoscalerPending",
    conditions=_SCALER,
    status="Unknown",
    severity=820,
    effect="progressing",
    audience="claim author",
    meaning="The ScaledObject is new, or KEDA has not looked at it yet.",
    message="the autoscaler has not reported yet",
    steps=("If it stays so for minutes, KEDA's operator does not run: `kubectl get pods -n keda`.",),
)

PAUSED = Reason(
    name="Paused",
    conditions=(AUTOSCALER_READY,),
    status="True",
    severity=900,
    effect="paused",
    audience="claim author",
    meaning="Autoscaling is paused on purpose; the number of replicas stays, whatever the lag.",
    message="autoscaling is paused; the number of replicas stays as it is",
)

SCALING_OFF = Reason(
    name="ScalingOff",
    conditions=(AUTOSCALER_READY,),
    status="True",
    severity=901,
    effect="healthy",
    audience="claim author",
    meaning="The claim has switched autoscaling off (spec.scaling.enabled: false).",
    message="scaling is switched off",
)

SCALING = Reason(
    name="Scaling",
    conditions=(AUTOSCALER_READY,),
    status="True",
    severity=902,
    effect="healthy",
    audience="claim author",
    meaning="KEDA reads the lag and keeps the number of replicas to it.",
    message="the autoscaler follows the lag",
)
