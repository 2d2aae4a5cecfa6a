"""Other ways of delivery, other resources, and what is refused for the sake of what runs."""

from function.base.manifest import Manifest
from tests.documents import namespaced, platform, worker, xr
from tests.status.scene import (
    ROLLED_OUT,
    ROLLING,
    SCALING,
    State,
    account,
    claim,
    deployment,
    not_applied,
    observed,
    service,
    wrapped,
)

_DIRECT = platform(delivery="direct")
_HEALTHY = deployment(ROLLED_OUT, ready=1)
_OTHER_SELECTOR: Manifest = {**_HEALTHY, "spec": {"replicas": 1, "selector": {"matchLabels": {"app": "orders"}}}}


def _directly(live: Manifest) -> dict[str, Manifest]:
    return {"deployment": live, "scaledobject": SCALING, "service": service(), "serviceaccount": account()}


def _namespaced(made: Manifest) -> Manifest:
    return {**made, "apiVersion": "kubernetes.m.crossplane.io/v1alpha1"}


STATES = {
    "direct-healthy": State(xr=namespaced(worker()), observed=_directly(_HEALTHY), platform=_DIRECT),
    "direct-starting": State(xr=namespaced(worker()), observed=_directly(deployment(ROLLING)), platform=_DIRECT),
    "direct-being-deleted": State(
        xr=namespaced(worker()),
        observed=_directly({**_HEALTHY, "metadata": {"deletionTimestamp": "2026-11-21T01:52:32Z"}}),
        platform=_DIRECT,
    ),
    "namespaced-objects": State(
        xr=namespaced(worker()), observed={key: _namespaced(made) for key, made in observed(_HEALTHY).items()}
    ),
    "monitor-kind-missing": State(
        xr=claim(metrics={}),
        observed=observed(
            _HEALTHY,
            servicemonitor=not_applied(
                "ServiceMonitor",
                'observe failed: no matches for kind "ServiceMonitor" in version "monitoring.coreos.com/v1"',
            ),
        ),
    ),
    "budget-not-made-yet": State(xr=claim(disruptionBudget={"maxUnavailable": 1}), observed=observed(_HEALTHY)),
    "direct-edit-not-asked-for": State(
        xr=namespaced(worker(image="ghcr.io/example/orders:2.0.0")),
        before=namespaced(worker()),
        observed=_directly(_HEALTHY),
        platform=_DIRECT,
    ),
    "budget-edit-not-asked-for": State(
        xr=claim(disruptionBudget={"maxUnavailable": 2}),
        before=claim(disruptionBudget={"maxUnavailable": 1}),
        observed=observed(_HEALTHY, poddisruptionbudget=wrapped({"kind": "PodDisruptionBudget"})),
    ),
    "unsafe-claim-of-another-namespace": State(
        xr=xr(worker(), namespace="elsewhere"), before=claim(), observed=observed(_HEALTHY)
    ),
    "unsafe-key-of-earlier-composition": State(
        xr=claim(), observed={**observed(None), "worker-deployment": wrapped(_HEALTHY)}
    ),
    "unsafe-selector": State(xr=claim(), observed=observed(_OTHER_SELECTOR)),
    "unsafe-delivery": State(xr=namespaced(worker()), observed=observed(_HEALTHY), platform=_DIRECT),
    "foreign-resources": State(xr=claim(), observed=observed(_HEALTHY, database=wrapped({"kind": "Cluster"}))),
    "invalid-spec": State(xr=claim(size="xlarge"), observed=observed(_HEALTHY)),
    "invalid-platform-config": State(xr=claim(), observed=observed(_HEALTHY), platform=platform(defaultSize="huge")),
}
