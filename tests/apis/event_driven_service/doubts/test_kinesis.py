from typing import Any

import pytest

from function.base.manifest import Json, Manifest
from function.base.problems import Problem
from function.render import check
from tests.bound import document, rendered, service, variable
from tests.documents import platform, xr

DEFAULT_ZERO: Json = {"defaults": {"minReplicas": 0}}
TEXT = (
    "spec.scaling.minReplicas: with a Kinesis stream, KEDA counts open shards, and there is always at least one, so "
    "the service never stops. Hint: set spec.scaling.minReplicas: 1"
)


def doubted(stream: str, settings: Manifest | None = None, **scaling: Json) -> list[Problem]:
    spec = service(trigger={"stream": stream}, scaling=scaling)
    return [problem for problem in check(xr(spec), settings or {}, lambda _: [document()]) if problem.code == "EP337"]


def test_a_kinesis_stream_never_lets_the_service_stop() -> None:
    (problem,) = doubted("alerts", minReplicas=0)
    assert (str(problem), problem.severity) == (TEXT, "warning")


def test_a_default_that_the_claim_does_not_write_is_reported_at_the_stream() -> None:
    (problem,) = doubted("alerts", platform(scaling=DEFAULT_ZERO))
    assert problem.path == "spec.bindingRef.trigger.stream"


def test_other_triggers_do_not_help() -> None:
    assert doubted("alerts", minReplicas=0, triggers=[{"type": "cpu", "utilization": 80}])


@pytest.mark.parametrize(
    ("stream", "scaling"),
    [
        ("alerts", {}),
        ("alerts", {"minReplicas": 1}),
        ("alerts", {"minReplicas": 0, "enabled": False}),
        ("orders", {"minReplicas": 0}),
    ],
)
def test_there_is_no_doubt_otherwise(stream: str, scaling: dict[str, Any]) -> None:
    assert doubted(stream, **scaling) == []


def test_a_minimum_of_the_claim_wins_over_a_default_of_zero() -> None:
    assert doubted("alerts", platform(scaling=DEFAULT_ZERO), minReplicas=1) == []


def test_nothing_is_doubted_without_a_stream_of_a_binding() -> None:
    spec = service(variable(), scaling={"minReplicas": 0})
    assert [problem.code for problem in check(xr(spec), {}, lambda _: [document()])] == []


def test_nothing_is_doubted_before_the_document_is_known() -> None:
    spec = service(trigger={"stream": "alerts"}, scaling={"minReplicas": 0})
    assert [problem.code for problem in check(xr(spec), {})] == ["EP340"]


def test_the_status_shows_it() -> None:
    spec = service(trigger={"stream": "alerts"}, scaling={"minReplicas": 0})
    assert rendered(spec, document()).status["warnings"] == [TEXT]
