"""What the status says while a preflight waits, runs, and has ended."""

from collections.abc import Mapping

import pytest

from function.apis.infra_binding.preflight.job import Preflight
from function.apis.infra_binding.status.preflight import cause, results, shown
from function.base.manifest import Json, Manifest, items_at, text_at
from function.base.preflight import MISSING, PASSED, REFUSED, RESULTS, TIMEOUT
from function.base.preflight_target import Endpoint, Target
from function.readiness import job
from function.status.observation import Observation
from tests.bindings import resolved, topic

FIRST, SECOND = Endpoint("k1", 1), Endpoint("k2", 2)
KINESIS: Json = {"type": "kinesis", "stream": "s", "region": "us-east-1"}


def planned(brokers: str = "k1:1,k2:2") -> Preflight:
    streams: Json = {"a": topic(brokers=brokers), "b": KINESIS}
    found = resolved(streams=streams, preflight={"checks": ["connectivity"]}).preflight
    assert found is not None
    return found


PREFLIGHT = planned()


def seen(*conditions: str, applied: bool = True) -> Observation:
    live: Manifest = {"status": {"conditions": [{"type": kind, "status": "True"} for kind in conditions]}}
    return Observation(key="preflight-0", manifest={"kind": "Job"}, live=live, ready=job.ready(live), applied=applied)


def reason(found: Mapping[Target, str], observation: Observation | None, preflight: Preflight = PREFLIGHT) -> str:
    because = cause(preflight, found, observation)
    return because.reason.name if because is not None else ""


@pytest.mark.parametrize(
    ("observation", "found", "expected"),
    [
        (seen(applied=False), {}, "PreflightRunning"),
        (seen(), {}, "PreflightRunning"),
        (seen(), {FIRST: PASSED, SECOND: REFUSED}, "PreflightRunning"),
        (seen("FailureTarget"), {FIRST: PASSED, SECOND: REFUSED}, "PreflightRunning"),
        (seen("Failed", applied=False), {FIRST: PASSED, SECOND: REFUSED}, "PreflightRunning"),
        (seen("Failed"), {FIRST: PASSED, SECOND: REFUSED}, "PreflightFailed"),
        (seen("Failed"), {}, "PreflightNotRun"),
        (seen("Failed"), {FIRST: PASSED, SECOND: PASSED}, "PreflightNotRun"),
        (seen("Complete"), {}, "PreflightPassed"),
        (seen("Complete"), {FIRST: PASSED, SECOND: PASSED}, "PreflightPassed"),
        (None, {}, ""),
    ],
)
def test_each_state_has_its_reason(observation: Observation, found: Mapping[Target, str], expected: str) -> None:
    assert reason(found, observation) == expected


def test_without_a_job_there_is_nothing_to_wait_for() -> None:
    assert reason({}, seen("Failed"), Preflight(PREFLIGHT.plan, None)) == ""


def test_what_was_not_reached_is_named_up_to_a_number() -> None:
    many = planned(",".join(f"k{number}:1" for number in range(7)))
    because = cause(many, dict.fromkeys(many.plan.targets, TIMEOUT), seen("Failed"))
    assert because is not None
    assert because.message.startswith("the preflight failed for k0:1, k1:1, k2:1, k3:1, k4:1, and 2 more. See")
    assert f"delete Job {many.job_name} to check again" in because.message


def test_what_is_not_checked_is_counted_as_not_reached() -> None:
    because = cause(PREFLIGHT, {}, seen("Complete"))
    assert because is not None
    assert because.message == "passed: 2 of 3 checks; status.preflight has those that cannot be made"


def test_a_job_that_succeeded_has_reached_everything_even_if_its_pods_are_gone() -> None:
    assert results(PREFLIGHT, {}, seen("Complete")) == {FIRST: PASSED, SECOND: PASSED}
    assert results(PREFLIGHT, {}, seen("Failed")) == results(PREFLIGHT, {}, None) == {}


def test_each_check_is_shown_with_its_result() -> None:
    found = shown(PREFLIGHT, {FIRST: PASSED, SECOND: REFUSED})
    assert text_at(found, "job") == PREFLIGHT.job_name
    first, second, third = items_at(found, "checks")
    common: Manifest = {"name": "streams.a.brokers", "check": "connectivity"}
    assert first == {**common, "target": "k1:1", "result": "passed"}
    cause = "nothing accepts connections there; correct the port, or start the server"
    assert second == {**common, "target": "k2:2", "result": "failed", "reason": cause}
    assert text_at(third, "result") == "not checked"
    assert text_at(third, "name") == "streams.b"
    assert "target" not in dict(third if isinstance(third, dict) else {})


def test_a_schema_is_shown_with_what_was_asked_for() -> None:
    serialization: Json = {"value_format": "avro", "schema_registry_url": "http://registry"}
    found = resolved(
        streams={"a": topic(serialization=serialization)}, preflight={"checks": ["schema_compatibility"]}
    ).preflight
    assert found is not None
    (endpoint,) = found.plan.targets
    assert items_at(shown(found, {endpoint: MISSING}), "checks") == [
        {
            "name": "streams.a",
            "check": "schema_compatibility",
            "target": "registry:80/subjects/orders.v1-value/versions/latest",
            "result": "failed",
            "reason": "the schema registry has no such subject; register the schema, or correct the topic or address",
        }
    ]


def test_before_a_result_a_check_is_pending() -> None:
    assert [text_at(check, "result") for check in items_at(shown(PREFLIGHT, {}), "checks")] == [
        "pending",
        "pending",
        "not checked",
    ]


@pytest.mark.parametrize("result", [result for result in RESULTS if result != PASSED])
def test_every_failure_has_a_cause_and_a_remedy(result: str) -> None:
    first = items_at(shown(PREFLIGHT, {FIRST: result}), "checks")[0]
    assert text_at(first, "result") == "failed"
    assert text_at(first, "reason").count(";") == 1
