import pytest

from function.base.manifest import Json
from tests.documents import worker
from tests.support import assert_rejects, assert_renders

MAIN = "deployment.spec.template.spec.containers.0"


@pytest.mark.parametrize(("fields", "port"), [({}, 8080), ({"httpPort": 8080}, 8080), ({"httpPort": 9000}, 9000)])
def test_container_service_and_probes_agree_on_one_port(fields: dict[str, Json], port: int) -> None:
    expected: dict[str, Json] = {
        f"{MAIN}.ports": [{"name": "http", "containerPort": port, "protocol": "TCP"}],
        f"{MAIN}.livenessProbe.httpGet.port": port,
        f"{MAIN}.readinessProbe.httpGet.port": port,
        "service.spec.ports": [{"name": "http", "port": port, "targetPort": "http", "protocol": "TCP"}],
    }
    assert_renders(worker(**fields), expected)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (0, "must be at least 1; got 0"),
        (65536, "must be at most 65535; got 65536"),
        ("8080", "must be an integer; got '8080'. Hint: remove the quotes"),
        (8080.5, "must be an integer; got 8080.5"),
        (True, "must be an integer; got true"),
        ({"port": 1}, "must be an integer; got an object"),
    ],
)
def test_what_is_no_port(value: Json, message: str) -> None:
    assert_rejects(worker(httpPort=value), "spec.httpPort", message)
