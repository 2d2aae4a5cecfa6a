"""Where the platform's settings are in an object of the cluster that is not there, or not known yet."""

from tests.documents import platform
from tests.status.scene import State, claim

_NAMED = platform(settings={"name": "event-platform"})

STATES = {
    "settings-missing": State(xr=claim(), required={"settings": []}, platform=_NAMED, looked_for=False),
    "settings-not-read": State(xr=claim(), required={}, platform=_NAMED, looked_for=False),
    "settings-broken": State(
        xr=claim(),
        required={"settings": [{"kind": "EnvironmentConfig", "data": {"delivery": "helm"}}]},
        platform=_NAMED,
        looked_for=False,
    ),
}
