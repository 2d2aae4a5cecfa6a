"""The deprecated fields: what is accepted, and what each judge refuses."""

import pytest

from function.apis.event_driven_service.model.taken_over import EARLIER_SIZE, PROBES, SLOTS, HttpGet, TakenOverService
from function.apis.registry import APIS
from function.base.manifest import Json, Manifest
from function.base.problems import errors
from function.render import check
from tests.cel import judge
from tests.documents import platform, worker, xr

TAKEOVER = platform(takeoverMode=True)
GET: Manifest = {"httpGet": {"path": "/live", "port": 8080}}
DEPRECATED: list[dict[str, Json]] = [
    {"secret1Name": "a", "secret5Name": "b"},
    {"livenessProbe": GET},
    {"readinessProbe": {"httpGet": {"port": "http", "scheme": "HTTPS"}, "successThreshold": 3}},
    {"livenessProbe": {**GET, "successThreshold": 1}, "probes": {"readiness": {"path": "/r"}}},
    {"takeover": {"httpService": False, "initContainer": True}},
    {"takeover": {}},
]
BROKEN: list[tuple[dict[str, Json], str]] = [
    ({"livenessProbe": GET, "probes": {"liveness": {}}}, "spec.livenessProbe"),
    ({"readinessProbe": GET, "probes": {"readiness": {"path": "/r"}}}, "spec.readinessProbe"),
    ({"livenessProbe": {**GET, "successThreshold": 2}}, "spec.livenessProbe.successThreshold"),
    ({"livenessProbe": {"httpGet": {"port": 0}}}, "spec.livenessProbe.httpGet.port"),
    ({"readinessProbe": {"httpGet": {"port": 65536}}}, "spec.readinessProbe.httpGet.port"),
]
REFUSED: list[tuple[dict[str, Json], str]] = [
    *BROKEN,
    ({"secret1Name": "Upper"}, "spec.secret1Name"),
    ({"secret2Name": ""}, "spec.secret2Name"),
    ({"secret6Name": "a"}, "spec.secret6Name"),
    ({"livenessProbe": {}}, "spec.livenessProbe.httpGet"),
    ({"livenessProbe": {"tcpSocket": {"port": 1}, "httpGet": {"port": 1}}}, "spec.livenessProbe.tcpSocket"),
    ({"readinessProbe": {"httpGet": {"port": "metrics"}}}, "spec.readinessProbe.httpGet.port"),
    ({"readinessProbe": {"httpGet": {"port": 8080, "path": "live"}}}, "spec.readinessProbe.httpGet.path"),
    ({"takeover": {"selector": True}}, "spec.takeover.selector"),
    ({"takeover": True}, "spec.takeover"),
]


@pytest.mark.parametrize("fields", DEPRECATED, ids=str)
def test_takeover_mode_accepts_them(fields: dict[str, Json]) -> None:
    assert errors(check(xr(worker(**fields)), TAKEOVER)) == ()


@pytest.mark.parametrize("fields", DEPRECATED, ids=str)
def test_nothing_else_does(fields: dict[str, Json]) -> None:
    found = errors(check(xr(worker(**fields)), {}))
    assert {problem.code for problem in found} == {"EP102"}
    assert {problem.path for problem in found} >= {f"spec.{name}" for name in fields if name != "probes"}


@pytest.mark.parametrize(("fields", "path"), REFUSED, ids=str)
def test_takeover_mode_refuses(fields: dict[str, Json], path: str) -> None:
    assert [problem.path for problem in errors(check(xr(worker(**fields)), TAKEOVER))] == [path]


@pytest.mark.parametrize("spec", [*DEPRECATED, *(fields for fields, _ in BROKEN)], ids=str)
def test_the_api_server_has_the_same_rules(spec: dict[str, Json]) -> None:
    own = TakenOverService.rules[len(APIS["EventDrivenService"].spec.rules) :]
    blocks = [block for name in ("livenessProbe", "readinessProbe") if isinstance(block := spec.get(name), dict)]
    kept = all(judge(rule.cel, "self", worker(**spec)) for rule in own) and all(
        judge(rule.cel, "self", block["httpGet"]) for block in blocks for rule in HttpGet.rules
    )
    assert kept == (not errors(check(xr(worker(**spec)), TAKEOVER)))


def test_the_fields_are_those_of_the_earlier_composition() -> None:
    names = [TakenOverService.model_fields[name].alias for name in (*SLOTS, *PROBES)]
    assert names == [*(f"secret{slot}Name" for slot in range(1, 6)), "livenessProbe", "readinessProbe"]
    assert EARLIER_SIZE == "micro"
