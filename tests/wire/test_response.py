from typing import Any

import pytest
from crossplane.function.proto.v1 import run_function_pb2 as v1

from function.base.condition import Condition
from function.base.manifest import Manifest
from function.base.outcome import Composed, Event, Outcome, Requirement
from function.base.problems import Problem
from function.wire.decode import decode
from function.wire.encode import UnencodableError, encode
from function.wire.envelope import RunFunctionRequest, RunFunctionResponse
from function.wire.response import build

WRONG = Problem(path="spec.size", message="is wrong", code="EP104")
READY = {"app": Composed({"kind": "Deployment"}, ready=True)}


def envelope(desired: dict[str, Manifest] | None = None, composite: Manifest | None = None, tag: str = "") -> Any:
    request = RunFunctionRequest()
    request.meta.tag = tag
    for key, manifest in (desired or {}).items():
        request.desired.resources[key].resource = encode(manifest)
    if composite is not None:
        request.desired.composite.resource = encode(composite)
    return request


def answered(outcome: Outcome, request: Any = None, desired: Manifest | None = None) -> v1.RunFunctionResponse:
    """Return the answer as any other function's SDK would read it."""
    request = request or RunFunctionRequest()
    return v1.RunFunctionResponse.FromString(build(request, outcome, desired or {}))


def composed(response: v1.RunFunctionResponse, key: str) -> Manifest:
    return decode(response.desired.resources[key].resource.SerializeToString())


def test_a_fatal_outcome_says_why_and_adds_nothing() -> None:
    fatal = Outcome(resources=READY, status={"phase": "x"}, problems=(WRONG,))
    request = envelope({"foreign": {"kind": "Foreign"}}, {"status": {"early": 1}})
    response = answered(fatal, request, {"status": {"early": 1}})
    assert [(result.severity, result.message, result.target) for result in response.results] == [
        (v1.SEVERITY_FATAL, "spec.size: is wrong", v1.TARGET_COMPOSITE_AND_CLAIM)
    ]
    assert response.desired.SerializeToString(deterministic=True) == request.desired.SerializeToString(
        deterministic=True
    )


def test_a_fatal_outcome_keeps_conditions_events_before_it_and_requirements() -> None:
    fatal = Outcome(
        conditions=(Condition("Validated", "False", "InvalidSpec", "why"),),
        events=(Event("Warning", "Before", "said first"),),
        requirements={"pods": Requirement("v1", "Pod", "shop", labels={"app": "x"})},
        problems=(WRONG,),
    )
    response = answered(fatal)
    assert [condition.type for condition in response.conditions] == ["Validated"]
    assert [result.severity for result in response.results] == [v1.SEVERITY_WARNING, v1.SEVERITY_FATAL]
    assert list(response.requirements.resources) == ["pods"]


def test_a_warning_alone_is_not_fatal() -> None:
    warning = Problem(path="spec.size", message="is odd", code="EP300", severity="warning")
    response = answered(Outcome(resources=READY, problems=(warning,)))
    assert not response.results
    assert list(response.desired.resources) == ["app"]


def test_a_resource_never_carries_a_status() -> None:
    manifest: Manifest = {"kind": "Object", "spec": {"manifest": {"status": {"kept": True}}}, "status": {"gone": True}}
    response = answered(Outcome(resources={"app": Composed(manifest, ready=False)}))
    assert composed(response, "app") == {"kind": "Object", "spec": {"manifest": {"status": {"kept": True}}}}


def test_a_composite_never_gets_metadata_spec_or_readiness() -> None:
    response = answered(Outcome(resources=READY, status={"phase": "x"}))
    assert decode(response.desired.composite.resource.SerializeToString()) == {"status": {"phase": "x"}}
    assert response.desired.composite.ready == v1.READY_UNSPECIFIED


def test_no_status_is_no_desired_composite() -> None:
    assert not answered(Outcome(resources=READY)).desired.HasField("composite")


def test_a_value_that_cannot_be_encoded_raises() -> None:
    with pytest.raises(UnencodableError):
        build(RunFunctionRequest(), Outcome(resources={"app": Composed({"n": 2**53 + 1}, ready=True)}), {})


def test_what_earlier_steps_want_passes_through_byte_for_byte() -> None:
    request = envelope()
    unsorted = encode({"z": 1}) + encode({"a": 2})
    request.desired.resources["foreign"].resource = unsorted
    request.desired.resources["foreign"].ready = v1.READY_TRUE
    request.desired.resources["foreign"].connection_details["password"] = b"\xff"
    request.desired.resources["not set"].SetInParent()
    request.context = unsorted
    response = RunFunctionResponse.FromString(build(request, Outcome(resources=READY, status={"phase": "x"}), {}))
    assert response.desired.resources["foreign"] == request.desired.resources["foreign"]
    assert response.desired.resources["foreign"].resource == unsorted
    assert response.context == unsorted
    assert sorted(response.desired.resources) == ["app", "foreign", "not set"]


def test_no_context_is_no_context() -> None:
    assert not answered(Outcome()).HasField("context")
    request = envelope()
    request.context = b""
    assert answered(Outcome(), request).HasField("context")


def test_ours_replaces_what_an_earlier_step_put_under_the_same_key() -> None:
    request = envelope({"app": {"kind": "Old", "spec": {"left": True}}})
    assert composed(answered(Outcome(resources=READY), request), "app") == {"kind": "Deployment"}


def test_our_status_is_merged_over_that_of_earlier_steps() -> None:
    before: Manifest = {"spec": {"kept": 1}, "status": {"theirs": 1, "both": {"a": 1, "b": 1}, "list": [1, 2]}}
    response = answered(
        Outcome(status={"both": {"b": 2, "c": 2}, "list": [3]}), envelope(composite=before), desired=before
    )
    assert decode(response.desired.composite.resource.SerializeToString()) == {
        "spec": {"kept": 1},
        "status": {"theirs": 1, "both": {"a": 1, "b": 2, "c": 2}, "list": [3]},
    }


@pytest.mark.parametrize(("ready", "expected"), [(True, v1.READY_TRUE), (False, v1.READY_FALSE)])
def test_a_resource_is_ready_or_not_but_never_unspecified(ready: bool, expected: v1.Ready) -> None:
    response = answered(Outcome(resources={"app": Composed({"kind": "Deployment"}, ready=ready)}))
    assert response.desired.resources["app"].ready == expected


@pytest.mark.parametrize("seconds", [0, 60])
def test_the_time_to_live_is_always_said_because_none_means_a_minute(seconds: int) -> None:
    response = answered(Outcome(ttl_seconds=seconds))
    assert response.meta.HasField("ttl")
    assert response.meta.ttl.ToSeconds() == seconds


def test_the_tag_is_that_of_the_request() -> None:
    assert answered(Outcome(), envelope(tag="sha256:x")).meta.tag == "sha256:x"


def test_conditions_and_events_reach_the_claim() -> None:
    response = answered(
        Outcome(
            conditions=(
                Condition("Validated", "True", "Valid", "valid"),
                Condition("Operational", "Unknown", "Waiting", "for pods"),
                Condition("WorkloadAvailable", "False", "DeploymentNotReady", "0/1 pods ready"),
            ),
            events=(Event("Normal", "Scaled", "said once"), Event("Warning", "Odd", "said twice")),
        )
    )
    assert list(response.conditions) == [
        v1.Condition(type=kind, status=status, reason=reason, message=message, target=v1.TARGET_COMPOSITE_AND_CLAIM)
        for kind, status, reason, message in (
            ("Validated", v1.STATUS_CONDITION_TRUE, "Valid", "valid"),
            ("Operational", v1.STATUS_CONDITION_UNKNOWN, "Waiting", "for pods"),
            ("WorkloadAvailable", v1.STATUS_CONDITION_FALSE, "DeploymentNotReady", "0/1 pods ready"),
        )
    ]
    assert list(response.results) == [
        v1.Result(severity=severity, reason=reason, message=message, target=v1.TARGET_COMPOSITE_AND_CLAIM)
        for severity, reason, message in (
            (v1.SEVERITY_NORMAL, "Scaled", "said once"),
            (v1.SEVERITY_WARNING, "Odd", "said twice"),
        )
    ]


def test_requirements_select_by_name_or_by_labels() -> None:
    response = answered(
        Outcome(
            requirements={
                "named": Requirement("v1", "Secret", "shop", name="db"),
                "labeled": Requirement("v1", "Pod", "shop", labels={"app": "x"}),
                "all": Requirement("v1", "Node", ""),
            }
        )
    )
    selectors = response.requirements.resources
    assert selectors["named"] == v1.ResourceSelector(api_version="v1", kind="Secret", match_name="db", namespace="shop")
    assert selectors["labeled"] == v1.ResourceSelector(
        api_version="v1", kind="Pod", match_labels=v1.MatchLabels(labels={"app": "x"}), namespace="shop"
    )
    assert selectors["all"] == v1.ResourceSelector(api_version="v1", kind="Node", match_labels=v1.MatchLabels())


def test_the_order_in_which_things_are_said_does_not_show() -> None:
    first = Outcome(resources={"a": READY["app"], "b": READY["app"]}, status={"x": 1, "y": {"z": 1, "w": 2}})
    second = Outcome(resources={"b": READY["app"], "a": READY["app"]}, status={"y": {"w": 2, "z": 1}, "x": 1})
    assert build(RunFunctionRequest(), first, {}) == build(RunFunctionRequest(), second, {})
