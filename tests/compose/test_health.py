"""The readiness probe is the health check."""

from function.base.manifest import Json, items_at
from function.compose.health import healthcheck
from tests.compose.objects import container

GET: Json = {"path": "/ready", "port": 8080}


def test_an_http_probe_is_a_check_with_its_times() -> None:
    probe: Json = {
        "httpGet": GET,
        "periodSeconds": 5,
        "timeoutSeconds": 3,
        "failureThreshold": 2,
        "initialDelaySeconds": 4,
    }
    found = healthcheck(container(readinessProbe=probe))
    assert found is not None
    assert "wget -q -O /dev/null 'http://127.0.0.1:8080/ready' || curl -fsS -o /dev/null" in str(found.pop("test"))
    assert found == {"interval": "5s", "timeout": "3s", "retries": 2, "start_period": "4s"}


def test_the_defaults_are_those_of_kubernetes() -> None:
    found = healthcheck(container(readinessProbe={"httpGet": {"port": 1}}))
    assert found is not None
    assert "'http://127.0.0.1:1/'" in str(found.pop("test"))
    assert found == {"interval": "10s", "timeout": "1s", "retries": 3, "start_period": "0s"}


def test_the_time_for_the_start_comes_first() -> None:
    startup: Json = {"httpGet": GET, "periodSeconds": 5, "failureThreshold": 24, "initialDelaySeconds": 1}
    found = healthcheck(container(readinessProbe={"httpGet": GET, "initialDelaySeconds": 2}, startupProbe=startup))
    assert found is not None
    assert found["start_period"] == "123s"


def test_a_path_commands_no_shell_and_names_no_variable() -> None:
    found = healthcheck(container(readinessProbe={"httpGet": {"path": "/$HOME'; reboot; '", "port": 1}}))
    assert found is not None
    assert "'http://127.0.0.1:1/$$HOME'\\''; reboot; '\\'''" in str(items_at(found, "test")[1])


def test_without_a_probe_there_is_no_check() -> None:
    assert healthcheck(container()) is None
    assert healthcheck(container(readinessProbe={"tcpSocket": {"port": 1}})) is None
