"""A service that takes its variables from a binding, whose document is not there, not known yet, or no longer there."""

from function.base.manifest import Manifest
from tests.bound import REQUIREMENT, document, service, variable
from tests.documents import xr
from tests.status.scene import ROLLED_OUT, State, account, deployment, observed, wrapped
from tests.status.scene import service as live_service

_SPEC = service(variable("URI", lookup="customers", field="uri"), trigger={"stream": "orders"})
_CLAIM = xr(_SPEC, generation=2)
_WAITING = {"serviceaccount": wrapped(account()), "service": wrapped(live_service())}
_LOGIN: Manifest = {
    "apiVersion": "keda.sh/v1alpha1",
    "kind": "TriggerAuthentication",
    "metadata": {"name": "orders-scaler", "namespace": "shop"},
}
_UNFINISHED = observed(deployment(ROLLED_OUT, ready=1))
_RUNNING = {**_UNFINISHED, "triggerauthentication": wrapped(_LOGIN)}

STATES = {
    "bound-not-read": State(xr=_CLAIM, required={}, looked_for=False),
    "bound-before-the-binding": State(xr=_CLAIM, required={REQUIREMENT: []}),
    "bound-waits-for-the-binding": State(xr=_CLAIM, observed=_WAITING, required={REQUIREMENT: []}),
    "bound-created": State(xr=_CLAIM, observed=_WAITING, required={REQUIREMENT: [document()]}),
    "bound-runs": State(xr=_CLAIM, observed=_RUNNING, required={REQUIREMENT: [document()]}),
    "bound-authentication-not-made": State(xr=_CLAIM, observed=_UNFINISHED, required={REQUIREMENT: [document()]}),
    "bound-binding-deleted": State(xr=_CLAIM, observed=_RUNNING, required={REQUIREMENT: []}),
    "bound-binding-broken": State(
        xr=_CLAIM, observed=_RUNNING, required={REQUIREMENT: [{**document(), "data": {"streams.yaml": "{"}}]}
    ),
    "bound-entry-removed": State(xr=_CLAIM, observed=_RUNNING, required={REQUIREMENT: [document(lookups={})]}),
}
