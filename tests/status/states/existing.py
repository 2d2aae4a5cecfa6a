"""Before it is known whether objects of a new claim exist already, and where one does."""

from function.base.manifest import Manifest
from tests.status.scene import State, claim

_ACCOUNT: Manifest = {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "orders", "namespace": "shop"}}

STATES = {
    "existing-not-answered": State(xr=claim(), required={}, looked_for=False),
    "existing-service-account": State(
        xr=claim(),
        required={"existing/serviceaccount": [_ACCOUNT], "existing/deployment": [], "existing/service": []},
    ),
}
