import pytest
from pydantic import ValidationError

from function.apis.event_driven_service.model.probes import Probe, Probes
from function.base.manifest import Manifest


def test_a_probe_is_on_and_says_nothing_by_default() -> None:
    assert Probe().model_dump(exclude_none=True) == {"enabled": True}
    assert Probes().startup is None


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
