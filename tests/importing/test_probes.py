"""Health checks as a claim expresses them."""

import pytest

from function.base.manifest import Json, Manifest
from function.importing.probes import paths, probes
from tests.importing.objects import container

OFF: Manifest = {"enabled": False}


def liveness(probe: Json) -> Json:
    return probes(container(livenessProbe=probe), 8080)["liveness"]


def test_requests_to_the_http_port_are_taken() -> None:
    request: Manifest = {"path": "/a", "port": "web"}
    timing: Manifest = {"initialDelaySeconds": 1, "periodSeconds": 2, "timeoutSeconds": 3, "failureThreshold": 4}
    assert liveness({"httpGet": request, **timing}) == timing
    assert liveness({"httpGet": {**request, "port": 8080}}) == {}


@pytest.mark.parametrize(
    "probe",
    [
        None,
        "x",
        {"tcpSocket": {"port": 8080}},
        {"exec": {"command": ["x"]}},
        {"grpc": {"port": 8080}},
        {"httpGet": {"path": "/a", "port": 9090}},
        {"httpGet": {"path": "/a", "port": "other"}},
        {"httpGet": {"path": "/a", "port": 8080, "scheme": "HTTPS"}},
        {"httpGet": {"port": 8080}},
        {"httpGet": {"path": 1, "port": 8080}},
    ],
)
def test_all_others_are_disabled(probe: Json) -> None:
    assert liveness(probe) == OFF


def test_without_a_port_there_is_no_check() -> None:
    assert probes(container(), None) == {"liveness": OFF, "readiness": OFF}


def test_a_startup_probe_has_its_own_path() -> None:
    startup: Manifest = {"httpGet": {"path": "/up", "port": 8080}, "failureThreshold": 9}
    assert probes(container(startupProbe=startup), 8080)["startup"] == {"path": "/up", "failureThreshold": 9}
    assert "startup" not in probes(container(startupProbe={"exec": {}}), 8080)


def test_paths_are_those_of_the_requests() -> None:
    assert paths(container()) == {"healthPath": "/live", "readyPath": "/ok"}
    assert paths({}) == {"healthPath": None, "readyPath": None}
