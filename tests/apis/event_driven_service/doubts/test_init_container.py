import pytest

from function.apis.event_driven_service.doubts.init_container import DOUBT
from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from tests.cel import warned_about
from tests.documents import namespaced, platform, worker
from tests.support import assert_doubts

INIT: Manifest = {"command": ["./migrate"]}
CASES: list[tuple[dict[str, Json], list[str]]] = [
    ({}, []),
    ({"takeover": {"initContainer": False}}, []),
    ({"initContainer": INIT, "takeover": {"initContainer": True}}, []),
    ({"initContainer": INIT}, ["spec.initContainer"]),
    ({"initContainer": INIT, "takeover": {}}, ["spec.initContainer"]),
    ({"initContainer": INIT, "takeover": {"initContainer": False}}, ["spec.initContainer"]),
]


@pytest.mark.parametrize(("fields", "paths"), CASES, ids=str)
def test_one_that_does_not_run_is_doubted(fields: dict[str, Json], paths: list[str]) -> None:
    assert_doubts(worker(**fields), *paths, code="EP493", settings=platform(takeoverMode=True))


@pytest.mark.parametrize(("fields", "paths"), CASES, ids=str)
def test_the_api_server_warns_about_the_same(fields: dict[str, Json], paths: list[str]) -> None:
    assert warned_about(DOUBT.cel, namespaced(worker(**fields))) == bool(paths)


def test_without_takeover_mode_it_runs() -> None:
    assert DOUBT.cel is not None
    assert DOUBT.cel(PlatformConfig()) is None
    assert_doubts(worker(initContainer=INIT), code="EP493")
