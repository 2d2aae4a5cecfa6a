"""What the Deployment and its Object tell."""

from function.base.manifest import Manifest
from tests.documents import platform
from tests.status.scene import (
    OVERDUE,
    PODS,
    ROLLED_OUT,
    ROLLING,
    SCALING,
    State,
    claim,
    condition,
    deployment,
    not_applied,
    observed,
    pod,
    scaled_object,
    waiting,
    with_pods,
    wrapped,
)

_FORBIDDEN = 'pods "orders-84cd8786c7-x2v4z" is forbidden: '
_MIGHT_BE_ZERO = claim(scaling={"minReplicas": 0})
_WITH_SECRET = claim(scaling={"minReplicas": 0}, secretRefs=[{"name": "db", "envFrom": True}])
_PAUSED_WITH_SECRET = claim(scaling={"paused": True}, secretRefs=[{"name": "db", "envFrom": True}])
_IDLE = scaled_object(condition("Ready", "True", "ScaledObjectReady"), condition("Active", "False", "ScalerNotActive"))
_HELD = scaled_object(condition("Ready", "True", "ScaledObjectReady"), condition("Paused", "True"))
_NOT_OBSERVED: Manifest = {"name": "orders", "namespace": "shop", "generation": 2}
_PULLED_IN_VAIN = pod(waiting("ImagePullBackOff", "not found"))
_PAUSED = condition("Synced", "False", "ReconcilePaused")


def _failing(text: str) -> State:
    return State(
        xr=claim(), observed=observed(deployment(ROLLING, condition("ReplicaFailure", "True", "FailedCreate", text)))
    )


def _refused(text: str) -> State:
    return State(xr=claim(), observed=observed(None, SCALING, deployment=not_applied("Deployment", text)))


STATES = {
    "nothing-observed": State(xr=claim()),
    "nothing-observed-with-secret": State(xr=claim(secretRefs=[{"name": "db", "envFrom": True}])),
    "deployment-first": State(xr=claim(), observed={"deployment": wrapped(deployment(ROLLING))}),
    "healthy": State(xr=claim(), observed=observed(deployment(ROLLED_OUT, ready=1))),
    "healthy-with-secret": State(
        xr=claim(secretRefs=[{"name": "db", "envFrom": True}]), observed=observed(deployment(ROLLED_OUT, ready=1))
    ),
    "healthy-as-floats": State(xr=claim(), observed=observed(deployment(ROLLED_OUT, replicas=3.0, ready=3.0))),
    "by-digest": State(
        xr=claim(image="ghcr.io/example/orders@sha256:" + "0123456789abcdef" * 4),
        observed=observed(deployment(ROLLED_OUT, ready=1)),
    ),
    "rolling-out": State(xr=claim(), observed=observed(deployment(ROLLING, ready=1, updated=1, total=2))),
    "rollout-overdue": State(xr=claim(), observed=observed(deployment(OVERDUE))),
    "applying": State(
        xr=claim(),
        observed=observed(
            None,
            SCALING,
            deployment=wrapped(
                deployment(ROLLED_OUT, ready=1),
                synced=condition("Synced", "True") | {"observedGeneration": 1},
                generation=2,
            ),
        ),
    ),
    "edit-not-asked-for": State(
        xr=claim(image="ghcr.io/example/orders:2.0.0"),
        before=claim(),
        observed=observed(deployment(ROLLED_OUT, ready=1)),
    ),
    "edit-not-asked-for-with-secret": State(
        xr=claim(size="large", secretRefs=[{"name": "db", "envFrom": True}]),
        before=claim(secretRefs=[{"name": "db", "envFrom": True}]),
        observed=observed(deployment(ROLLED_OUT, ready=1)),
    ),
    "edit-of-a-service-that-fails": State(
        xr=claim(image="ghcr.io/example/orders:2.0.0"),
        before=claim(),
        observed=observed(deployment(OVERDUE)),
        required={"pods": [_PULLED_IN_VAIN]},
        platform=PODS,
    ),
    "error-about-older-spec": State(
        xr=claim(),
        observed=observed(
            None,
            SCALING,
            deployment=wrapped(
                None,
                asked={"kind": "Deployment"},
                synced=condition("Synced", "False", "ReconcileError", "x") | {"observedGeneration": 1},
                generation=2,
            ),
        ),
    ),
    "stopped-on-purpose": State(
        xr=claim(scaling={"enabled": False, "minReplicas": 0}),
        observed=observed(deployment(ROLLED_OUT, replicas=0), None),
    ),
    "scaled-to-zero-by-hand": State(xr=claim(), observed=observed(deployment(ROLLED_OUT, replicas=0))),
    "idle-with-secret": State(xr=_WITH_SECRET, observed=observed(deployment(ROLLED_OUT, replicas=0), _IDLE)),
    "idle-with-secret-missing": State(
        xr=_WITH_SECRET,
        observed=observed(deployment(ROLLED_OUT, replicas=0), _IDLE),
        required={"secret/db": ()},
        platform=platform(diagnosis={"secrets": True}),
    ),
    "idle-with-secret-scaler-new": State(
        xr=_WITH_SECRET, observed=observed(deployment(ROLLED_OUT, replicas=0), scaled_object())
    ),
    "idle-with-secret-pods-refused": State(
        xr=_WITH_SECRET,
        observed=observed(
            deployment(ROLLED_OUT, condition("ReplicaFailure", "True", "FailedCreate", "no token"), replicas=0), _IDLE
        ),
    ),
    "idle-with-secret-new-revision": State(xr=_WITH_SECRET, observed=observed(deployment(ROLLING, replicas=0), _IDLE)),
    "idle-with-secret-edit-not-observed": State(
        xr=_WITH_SECRET,
        observed=observed({**deployment(ROLLED_OUT, replicas=0), "metadata": _NOT_OBSERVED}, _IDLE),
    ),
    "paused-at-zero-with-secret": State(
        xr=_PAUSED_WITH_SECRET, observed=observed(deployment(ROLLED_OUT, replicas=0), _HELD)
    ),
    "waking-with-secret": State(xr=_WITH_SECRET, observed=observed(deployment(ROLLED_OUT, replicas=3))),
    "waking": State(xr=_MIGHT_BE_ZERO, observed=observed(deployment(ROLLED_OUT, replicas=3))),
    "waking-fails": with_pods(_PULLED_IN_VAIN, live=deployment(ROLLED_OUT, replicas=3), document=_MIGHT_BE_ZERO),
    "waking-hits-quota": State(
        xr=_MIGHT_BE_ZERO,
        observed=observed(
            deployment(
                ROLLED_OUT,
                condition(
                    "ReplicaFailure",
                    "True",
                    "FailedCreate",
                    _FORBIDDEN
                    + "exceeded quota: team, requested: requests.memory=1Gi,pods=1, used: pods=9, limited: pods=9",
                ),
                replicas=3,
            )
        ),
    ),
    "pods-not-answered-yet": State(xr=claim(), observed=observed(deployment(ROLLING)), platform=PODS),
    "webhook-refuses-pods": _failing(
        _FORBIDDEN + 'admission webhook "policy.example.org" denied the request: privileged pods are not allowed'
    ),
    "policy-refuses-pods": _failing(
        _FORBIDDEN + "ValidatingAdmissionPolicy 'images' with binding 'all' denied request: only our registry"
    ),
    "pods-not-created": _failing(_FORBIDDEN + "no API token found for service account, token=abcdef"),
    "account-a-moment-later": _failing(
        _FORBIDDEN + 'error looking up service account shop/orders: serviceaccount "orders" not found'
    ),
    "immutable-selector": _refused(
        'create failed: cannot apply object: Deployment.apps "orders" is invalid: spec.selector: Invalid value: '
        'v1.LabelSelector{MatchLabels:map[string]string{"app":"x"}}: field is immutable'
    ),
    "refused-without-the-value": _refused(
        'create failed: cannot create object: Deployment.apps "orders" is invalid: spec.template.spec.containers[0].'
        'env[4].value: Invalid value: "hunter2": must be no more than 63 characters'
    ),
    "webhook-refuses-deployment": _refused(
        'create failed: cannot apply object: admission webhook "policy.example.org" denied the request: no owner label'
    ),
    "quota-of-deployments": _refused(
        'create failed: cannot create object: deployments.apps "orders" is forbidden: exceeded quota: team, '
        "requested: count/deployments.apps=1, used: count/deployments.apps=5, limited: count/deployments.apps=5"
    ),
    "unknown-failure": _refused("create failed: cannot create object: etcdserver: request timed out"),
    "paused-before-ready": State(
        xr=claim(), observed=observed(None, SCALING, deployment=wrapped(deployment(ROLLING), synced=_PAUSED))
    ),
    "service-missing": State(
        xr=claim(),
        observed={k: v for k, v in observed(deployment(ROLLED_OUT, ready=1)).items() if k != "service"},
    ),
    "object-deleted-by-hand": State(
        xr=claim(),
        observed={k: v for k, v in observed(deployment(ROLLED_OUT, ready=1)).items() if k != "deployment"},
    ),
    "malformed": State(
        xr=claim(),
        observed={
            "deployment": wrapped(
                {"status": {"conditions": [None, 1, {"type": 3}], "readyReplicas": "many"}, "spec": 4}
            ),
            "service": {"apiVersion": "kubernetes.crossplane.io/v1alpha2", "kind": "Object", "status": []},
            "scaledobject": wrapped({"status": {"conditions": "none"}}),
        },
    ),
}
