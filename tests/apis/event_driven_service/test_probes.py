import pytest

from function.base.manifest import Json
from tests.documents import worker
from tests.support import assert_rejects, assert_renders

MAIN = "deployment.spec.template.spec.containers.0"


def timing(*numbers: int) -> dict[str, Json]:
    names = ("initialDelaySeconds", "periodSeconds", "timeoutSeconds", "failureThreshold")
    return dict(zip(names, numbers, strict=True))


def http(path: str, port: int = 8080) -> Json:
    return {"path": path, "port": port}


def test_the_probes_that_are_contract() -> None:
    expected: dict[str, Json] = {
        f"{MAIN}.livenessProbe": {"httpGet": http("/health"), **timing(10, 10, 5, 3)},
        f"{MAIN}.readinessProbe": {"httpGet": http("/ready"), **timing(5, 5, 3, 2)},
        f"{MAIN}.startupProbe": None,
    }
    assert_renders(worker(), expected)


def test_paths_and_port_of_the_service_hold_for_the_probes() -> None:
    spec = worker(httpPort=9000, healthPath="/alive", readyPath="/serving?full=1", probes={"startup": {}})
    expected: dict[str, Json] = {
        f"{MAIN}.livenessProbe.httpGet": http("/alive", 9000),
        f"{MAIN}.readinessProbe.httpGet": http("/serving?full=1", 9000),
        f"{MAIN}.startupProbe.httpGet": http("/alive", 9000),
    }
    assert_renders(spec, expected)


def test_a_startup_probe_exists_where_it_is_asked_for() -> None:
    expected: Json = {"httpGet": http("/health"), "periodSeconds": 10, "timeoutSeconds": 5, "failureThreshold": 30}
    assert_renders(worker(probes={"startup": {}}), {f"{MAIN}.startupProbe": expected})


def test_what_is_left_out_keeps_its_default() -> None:
    probes: Json = {"liveness": {"timeoutSeconds": 9}, "readiness": {"path": "/r", "initialDelaySeconds": 0}}
    expected: dict[str, Json] = {
        f"{MAIN}.livenessProbe": {"httpGet": http("/health"), **timing(10, 10, 9, 3)},
        f"{MAIN}.readinessProbe": {"httpGet": http("/r"), **timing(0, 5, 3, 2)},
    }
    assert_renders(worker(probes=probes), expected)


@pytest.mark.parametrize("probe", ["liveness", "readiness", "startup"])
def test_a_probe_can_be_left_out(probe: str) -> None:
    assert_renders(worker(probes={probe: {"enabled": False}}), {f"{MAIN}.{probe}Probe": None})


@pytest.mark.parametrize(
    ("fields", "path", "message"),
    [
        ({"livenessProbe": {}}, "spec.livenessProbe", "unknown field; did you mean 'probes.liveness'?"),
        ({"readinessProbe": {}}, "spec.readinessProbe", "unknown field; did you mean 'probes.readiness'?"),
        ({"startupProbe": {}}, "spec.startupProbe", "unknown field; did you mean 'probes.startup'?"),
        ({"healthPath": "health"}, "spec.healthPath", "must be a URL path that starts with '/'; got 'health'"),
        ({"readyPath": ""}, "spec.readyPath", "must be a URL path that starts with '/'; got ''"),
        ({"readyPath": "/größe"}, "spec.readyPath", "must be a URL path that starts with '/'; got '/größe'"),
        (
            {"probes": {"liveness": False}},
            "spec.probes.liveness",
            "must be an object; got false. Hint: write liveness: {}",
        ),
        (
            {"probes": {"liveness": {"periodSeconds": 0}}},
            "spec.probes.liveness.periodSeconds",
            "must be at least 1; got 0",
        ),
    ],
)
def test_what_is_refused(fields: dict[str, Json], path: str, message: str) -> None:
    assert_rejects(worker(**fields), path, message)
