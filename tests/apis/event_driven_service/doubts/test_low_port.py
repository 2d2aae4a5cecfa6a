import pytest

from function.base.manifest import Json
from tests.documents import platform, worker
from tests.support import assert_doubts


@pytest.mark.parametrize(
    ("fields", "paths"),
    [
        ({"httpPort": 80}, ["spec.httpPort"]),
        ({"httpPort": 1023, "metrics": {"port": 443}}, ["spec.httpPort", "spec.metrics.port"]),
        ({"httpPort": 80, "metrics": {"port": 80}}, ["spec.httpPort"]),
        ({"httpPort": 80, "securityContext": {"useImageUser": True}}, ["spec.httpPort"]),
        ({"httpPort": 1024, "metrics": {"port": 9090}}, []),
        ({"metrics": {"enabled": False, "port": 80}}, []),
        ({}, []),
    ],
)
def test_a_port_for_root_only(fields: dict[str, Json], paths: list[str]) -> None:
    assert_doubts(worker(**fields), *paths, code="EP334")


def test_the_baseline_profile_may_run_as_root() -> None:
    assert_doubts(worker(httpPort=80), code="EP334", settings=platform(security={"profile": "baseline"}))
