import pytest

from function.apis.event_driven_service.doubts.deprecated import DOUBT
from function.base.manifest import Json
from function.platform.config import PlatformConfig
from tests.cel import warned_about
from tests.documents import namespaced, platform, worker
from tests.support import assert_doubts

TAKEOVER = platform(takeoverMode=True, sizes={"micro": {}, "medium": {}})
CASES: list[tuple[dict[str, Json], list[str]]] = [
    ({}, []),
    ({"size": "medium"}, []),
    ({"takeover": {"httpService": False}}, []),
    ({"probes": {"liveness": {"path": "/x"}}}, []),
    ({"size": "micro"}, ["spec.size"]),
    ({"secret1Name": "a", "secret5Name": "e"}, ["spec.secret1Name", "spec.secret5Name"]),
    ({"livenessProbe": {"httpGet": {"port": 1}}}, ["spec.livenessProbe"]),
    ({"readinessProbe": {"httpGet": {"port": "http"}}}, ["spec.readinessProbe"]),
]


@pytest.mark.parametrize(("fields", "paths"), CASES, ids=str)
def test_deprecated_fields_are_doubted(fields: dict[str, Json], paths: list[str]) -> None:
    assert_doubts(worker(**fields), *paths, code="EP492", settings=TAKEOVER)


@pytest.mark.parametrize(("fields", "paths"), CASES, ids=str)
def test_the_api_server_warns_about_the_same(fields: dict[str, Json], paths: list[str]) -> None:
    assert warned_about(DOUBT.cel, namespaced(worker(**fields))) == bool(paths)


def test_a_size_of_the_platform_is_no_doubt() -> None:
    assert_doubts(worker(size="micro"), code="EP492", settings=platform(sizes={"micro": {}, "medium": {}}))


def test_without_takeover_mode_the_api_server_is_not_asked() -> None:
    assert DOUBT.cel is not None
    assert DOUBT.cel(PlatformConfig()) is None
