"""`migrate` rewrites claims so that they render the same, also without takeover mode."""

import pytest

from function.apis.event_driven_service.migration import EARLIER_AMOUNTS, migrate
from function.base.manifest import Json, Manifest
from function.base.problems import errors
from function.render import check
from tests.documents import platform, worker, xr
from tests.support import manifests

SIZES: Manifest = {"micro": EARLIER_AMOUNTS, "medium": {}, "small": {}}
TAKEOVER = platform(takeoverMode=True, sizes=SIZES)
WITHOUT = platform(sizes=SIZES)
GET: Manifest = {"httpGet": {"path": "/live", "port": 8080}}
EQUAL: list[dict[str, Json]] = [
    {},
    {"size": "small"},
    {"size": "micro"},
    {"secret1Name": "a", "secret4Name": "d"},
    {"secret2Name": "b", "secretRefs": [{"name": "own", "envFrom": True}]},
]
STAY: list[tuple[dict[str, Json], str]] = [
    ({"size": "micro", "resources": {"requests": {"cpu": "200m"}}}, "spec.size"),
    ({"livenessProbe": {"httpGet": {"port": 8081}}}, "spec.livenessProbe"),
    ({"httpPort": 3000, "livenessProbe": GET}, "spec.livenessProbe"),
    ({"readinessProbe": {"httpGet": {"port": 8080, "scheme": "HTTPS"}}}, "spec.readinessProbe"),
    ({"readinessProbe": {**GET, "successThreshold": 2}}, "spec.readinessProbe"),
    ({"readinessProbe": GET, "probes": {"readiness": {"path": "/r"}}}, "spec.readinessProbe"),
]
LEFT: list[dict[str, Json]] = [
    {"secret1Name": 5},
    {"secret1Name": None},
    {"livenessProbe": {"tcpSocket": {}}},
    {"livenessProbe": "x"},
    {"size": ["micro"]},
    {"secret6Name": "a"},
]


@pytest.mark.parametrize("fields", EQUAL, ids=str)
def test_the_objects_are_the_same(fields: dict[str, Json]) -> None:
    migration = migrate(worker(**fields))
    assert migration.problems == ()
    assert errors(check(xr(migration.spec), WITHOUT)) == ()
    assert manifests(migration.spec, WITHOUT) == manifests(worker(**fields), TAKEOVER)


def test_a_probe_gets_the_defaults_of_kubernetes() -> None:
    migration = migrate(worker(livenessProbe=GET, readinessProbe={**GET, "initialDelaySeconds": 4}))
    probe: Manifest = {
        "path": "/live",
        "initialDelaySeconds": 0,
        "periodSeconds": 10,
        "timeoutSeconds": 1,
        "failureThreshold": 3,
    }
    assert migration.spec == worker(probes={"liveness": probe, "readiness": {**probe, "initialDelaySeconds": 4}})


@pytest.mark.parametrize(("fields", "path"), STAY, ids=str)
def test_what_has_no_equivalent_stays_and_is_reported(fields: dict[str, Json], path: str) -> None:
    migration = migrate(worker(**fields))
    assert migration.spec == worker(**fields)
    assert [(problem.path, problem.code) for problem in migration.problems] == [(path, "EP495")]
    assert ". Hint: " in migration.problems[0].message


@pytest.mark.parametrize("fields", LEFT, ids=str)
def test_what_is_invalid_is_left_to_validation(fields: dict[str, Json]) -> None:
    migration = migrate(worker(**fields))
    assert (migration.spec, migration.problems) == (worker(**fields), ())


@pytest.mark.parametrize("fields", [*EQUAL, *(fields for fields, _ in STAY)], ids=str)
def test_a_second_run_changes_nothing(fields: dict[str, Json]) -> None:
    once = migrate(worker(**fields)).spec
    assert migrate(once).spec == once
