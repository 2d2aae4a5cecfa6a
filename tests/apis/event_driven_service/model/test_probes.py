import pytest
from pydantic import ValidationError

from function.apis.event_driven_service.model.probes import Probe
from function.base.manifest import Manifest


@pytest.mark.parametrize(
    "probe",
    [
        {"periodSeconds": 0},
        {"timeoutSeconds": 0},
        {"failureThreshold": 0},
        {"initialDelaySeconds": -1},
        {"initialDelaySeconds": 86401},
        {"initialDelaySeconds": "5"},
        {"path": "health"},
        {"path": ""},
        {"httpGet": {"path": "/health"}},
        {"port": 8080},
        {"successThreshold": 2},
    ],
)
def test_what_is_refused(probe: Manifest) -> None:
    with pytest.raises(ValidationError):
        Probe.model_validate(probe)
