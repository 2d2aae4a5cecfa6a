"""The readiness probe is the health check."""

import pytest

from function.base.manifest import Json, items_at
from function.compose.health import healthcheck, told
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
    assert [*told(container())] == []


@pytest.mark.parametrize(
    ("probe", "kind"),
    [
        ({"tcpSocket": {"port": 1}, "periodSeconds": 5}, "tcpSocket"),
        ({"periodSeconds": 5, "grpc": {"port": 1}}, "grpc"),
        ({"httpGet": {"port": 1, "scheme": "HTTPS"}}, "httpGet"),
        ({"httpGet": {"port": 1, "host": "example.org"}}, "httpGet"),
        ({"httpGet": {"port": 1, "httpHeaders": [{"name": "A", "value": "b"}]}}, "httpGet"),
        ({"httpGet": {"port": "metrics"}}, "httpGet"),
        ({"httpGet": {"path": "/"}}, "httpGet"),
        ({"exec": {"command": []}}, "exec"),
        ({"periodSeconds": 5}, "none"),
    ],
)
def test_a_probe_of_another_kind_is_told(probe: Json, kind: str) -> None:
    probed = container(readinessProbe=probe, ports=[{"name": "http", "containerPort": 8080}])
    assert healthcheck(probed) is None
    reason = "is not checked, because compose has no check of this kind"
    assert [*told(probed)] == [f"main: readinessProbe: {reason}: {kind}"]


def test_a_port_may_have_a_name() -> None:
    ports: Json = [{"name": "metrics", "containerPort": 9090}, {"name": "http", "containerPort": 8080}]
    found = healthcheck(container(readinessProbe={"httpGet": {"port": "http"}}, ports=ports))
    assert "'http://127.0.0.1:8080/'" in str(found)


def test_a_command_is_run_as_it_is() -> None:
    found = healthcheck(container(readinessProbe={"exec": {"command": ["cat", "/run/$READY"]}}))
    assert found is not None
    assert found["test"] == ["CMD", "cat", "/run/$$READY"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"livenessProbe": {}}, ["main: livenessProbe: compose does not restart what is unhealthy"]),
        ({"startupProbe": {"httpGet": GET}}, ["main: startupProbe: is not checked without a readiness probe"]),
        ({"readinessProbe": {"httpGet": GET}, "startupProbe": {"httpGet": GET}}, []),
        (
            {"readinessProbe": {"httpGet": GET, "successThreshold": 2}},
            ["main: readinessProbe.successThreshold: one success counts"],
        ),
    ],
)
def test_other_probes_are_told(fields: dict[str, Json], expected: list[str]) -> None:
    assert [*told(container(**fields))] == expected
