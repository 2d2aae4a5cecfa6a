"""What KEDA tells, with the Deployment in good order."""

from dataclasses import replace

from function.base.manifest import Json, Manifest
from tests.status.scene import ROLLED_OUT, State, claim, condition, deployment, not_applied, observed, scaled_object

_FAILS = "Triggers defined in ScaledObject are not working correctly"
_READY = condition("Ready", "True", "ScaledObjectReady")
_ERROR = condition("Ready", "False", "TriggerError", _FAILS)
_PROMETHEUS: Json = {
    "type": "prometheus",
    "serverAddress": "http://prometheus.monitoring.svc:9090",
    "query": "up",
    "threshold": "1",
}


def _scaler(*conditions: Manifest, **scaling: Json) -> State:
    live = deployment(ROLLED_OUT, ready=1)
    return State(xr=claim(scaling=scaling), observed=observed(live, scaled_object(*conditions)), unconfirmed=True)


def _refused(text: str) -> State:
    live = deployment(ROLLED_OUT, ready=1)
    return State(xr=claim(), observed=observed(live, None, scaledobject=not_applied("ScaledObject", text)))


STATES = {
    "scaler-new": _scaler(),
    "scaler-unknown": _scaler(*(condition(kind, "Unknown") for kind in ("Ready", "Active", "Fallback"))),
    "scaler-idle": _scaler(_READY, condition("Active", "False", "ScalerNotActive")),
    "scaler-partial-error": _scaler(condition("Ready", "Unknown", "PartialTriggerError", "Some triggers fail")),
    "scaler-error-first-seen": replace(_scaler(_ERROR), unconfirmed=False),
    "scaler-one-of-several-fails": State(
        xr=claim(scaling={"triggers": [_PROMETHEUS]}),
        observed=observed(deployment(ROLLED_OUT, ready=1), scaled_object(_ERROR)),
        unconfirmed=True,
    ),
    "scaler-second-fails": State(
        xr=claim(scaling={"triggers": [_PROMETHEUS], "fallback": {"failureThreshold": 2, "replicas": 3}}),
        observed=observed(
            deployment(ROLLED_OUT, ready=1),
            scaled_object(
                _READY,
                condition("Fallback", "True", "FallbackExists"),
                health={
                    "s0-nats-jetstream-ORDERS": {"numberOfFailures": 0, "status": "Happy"},
                    "s1-prometheus": {"numberOfFailures": 9, "status": "Failing"},
                },
            ),
        ),
    ),
    "scaler-nats-unreachable": _scaler(
        _ERROR,
        condition("HPAActive", "False", "FailedGetExternalMetric", "Get http://nats:8222/jsz: dial tcp: no such host"),
    ),
    "scaler-consumer-missing": _scaler(
        _ERROR,
        condition(
            "HPAActive", "False", "FailedGetExternalMetric", 'consumer "orders-worker" not found in stream "ORDERS"'
        ),
    ),
    "scaler-fallback-reported": _scaler(
        _READY,
        condition("Fallback", "True", "FallbackExists"),
        condition("HPAActive", "False", "FailedGetExternalMetric", "leader node not found for consumer orders-worker"),
        fallback={"failureThreshold": 2, "replicas": 3},
    ),
    "scaler-conflict": _refused(
        'observe failed: cannot get desired state: cannot dry run SSA: admission webhook "vscaledobject.kb.io" '
        "denied the request: the workload 'orders' of type 'apps/v1.Deployment' is already managed by the hpa 'by-hand'"
    ),
    "scaler-conflict-in-check": _scaler(
        condition(
            "Ready", "False", "ScaledObjectCheckFailed", "the workload 'orders' is already managed by the hpa 'by-hand'"
        )
    ),
    "scaler-forbidden": _refused(
        'observe failed: cannot get object: scaledobjects.keda.sh "orders-scaler" is forbidden: User '
        '"system:serviceaccount:crossplane-system:provider" cannot get resource "scaledobjects" in API group "keda.sh" '
        'in the namespace "shop"'
    ),
    "scaler-edit-not-asked-for": State(
        xr=claim(scaling={"maxReplicas": 20}),
        before=claim(),
        observed=observed(deployment(ROLLED_OUT, ready=1), scaled_object(_READY)),
    ),
    "scaler-paused-at-zero": State(
        xr=claim(scaling={"paused": True}),
        observed=observed(deployment(ROLLED_OUT, replicas=0), scaled_object(_READY, condition("Paused", "True"))),
    ),
}
