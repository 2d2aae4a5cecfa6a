import json

import pytest
from crossplane.function.proto.v1 import run_function_pb2 as v1
from google.protobuf import struct_pb2
from structlog.testing import capture_logs

from function.base.outcome import Composed, Outcome
from function.base.request import Request
from function.fn import Render, answer
from function.wire.request import MalformedRequestError

CANARY = "canary-5up3r"


def rendering(outcome: Outcome) -> Render:
    """Return a render of one answer, for whatever is asked."""

    def render(asked: Request) -> Outcome:
        return outcome

    return render


def missing_key(asked: Request) -> Outcome:
    return Outcome(status={"phase": {CANARY: 1}[str(asked.xr["kind"])]})


def hidden_cause(asked: Request) -> Outcome:
    try:
        return missing_key(asked)
    except KeyError as error:
        raise ValueError(f"no phase for {asked.xr}") from error


def endless(asked: Request) -> Outcome:
    return endless(asked)


INEXACT = rendering(Outcome(resources={"app": Composed({"n": 2**53 + 1}, ready=True)}))


def request(tag: str = "sha256:abc") -> bytes:
    composite, foreign = struct_pb2.Struct(), struct_pb2.Struct()
    composite.update({"kind": "Kind", "metadata": {"name": "orders"}, "spec": {"password": CANARY}})
    foreign.update({"kind": "Bucket"})
    message = v1.RunFunctionRequest(
        meta=v1.RequestMeta(tag=tag),
        observed=v1.State(composite=v1.Resource(resource=composite)),
        desired=v1.State(resources={"bucket": v1.Resource(resource=foreign)}),
    )
    return message.SerializeToString()


def answered(data: bytes, render: Render) -> v1.RunFunctionResponse:
    return v1.RunFunctionResponse.FromString(answer(data, render))


@pytest.mark.parametrize("render", [missing_key, hidden_cause, endless, INEXACT])
def test_a_bug_is_a_fatal_result_that_says_nothing_of_the_request_and_changes_nothing(render: Render) -> None:
    with capture_logs() as logs:
        response = answered(request(), render)
    [result] = response.results
    assert result.severity == v1.SEVERITY_FATAL
    assert {condition.reason for condition in response.conditions} == {"InternalError"}
    assert {condition.status for condition in response.conditions} == {v1.STATUS_CONDITION_UNKNOWN}
    assert list(response.desired.resources) == ["bucket"]
    assert response.meta.tag == "sha256:abc"
    errors = [line for line in logs if line["log_level"] == "error"]
    assert len(errors) == 1
    assert errors[0]["incident"] in result.message
    assert CANARY not in json.dumps(logs) + str(response)


def test_the_log_names_the_exceptions_and_where_they_passed() -> None:
    with capture_logs() as logs:
        answered(request(), hidden_cause)
    [line] = logs
    places = line["traceback"]
    assert places[0] == "ValueError"
    assert "KeyError" in places
    assert any(place.startswith("test_fn.py:") and place.endswith(" hidden_cause") for place in places)


def test_the_same_bug_has_the_same_number_on_every_call_or_its_condition_would_cause_the_next() -> None:
    assert answered(request("a"), missing_key).results == answered(request("b"), missing_key).results
    assert answered(request(), missing_key).results != answered(request(), hidden_cause).results


def test_the_number_of_an_endless_recursion_does_not_depend_on_where_it_began() -> None:
    def deeper(frames: int) -> v1.RunFunctionResponse:
        return deeper(frames - 1) if frames else answered(request(), endless)

    assert deeper(0).results == deeper(7).results


def test_after_a_bug_the_next_call_is_answered() -> None:
    answered(request(), missing_key)
    assert not answered(request(), rendering(Outcome())).results


@pytest.mark.parametrize("part", [b"\x12\x05\x0a\x03\x0a\x01\xff", b"\x22\x01\xff"], ids=["composite", "step input"])
def test_a_part_that_cannot_be_decoded_is_fatal_and_never_rendered(part: bytes) -> None:
    envelope = v1.RunFunctionRequest(meta=v1.RequestMeta(tag="t")).SerializeToString()
    response = answered(envelope + part, missing_key)
    [result] = response.results
    assert result.severity == v1.SEVERITY_FATAL
    assert result.message.endswith("cannot be decoded: it is no protobuf Struct")
    [validated] = [condition for condition in response.conditions if condition.type == "Validated"]
    assert validated.status == v1.STATUS_CONDITION_FALSE
    assert response.meta.tag == "t"


def test_no_request_is_no_answer() -> None:
    with pytest.raises(MalformedRequestError):
        answer(b"\xff\xff", rendering(Outcome()))


def test_a_call_is_one_debug_line_of_names() -> None:
    with capture_logs() as logs:
        answered(request(), rendering(Outcome()))
    assert logs == [
        {
            "event": "answered",
            "log_level": "debug",
            "tag": "sha256:abc",
            "kind": "Kind",
            "name": "orders",
            "fatal": False,
        }
    ]


def test_no_caller_can_write_a_log_line_of_any_length() -> None:
    with capture_logs() as logs:
        answered(request("x" * 100_000), rendering(Outcome()))
        answered(request("x" * 100_000), missing_key)
    assert max(len(json.dumps(line)) for line in logs) < 2000


def test_render_sees_all_parts_of_the_request() -> None:
    seen: list[object] = []

    def render(asked: Request) -> Outcome:
        seen.extend((asked.xr["kind"], dict(asked.observed), dict(asked.required), dict(asked.platform)))
        return Outcome()

    message = v1.RunFunctionRequest.FromString(request())
    message.observed.resources["app"].resource.update({"kind": "App"})
    message.required_resources["pods"].items.add().resource.update({"kind": "Pod"})
    message.input.update({"kind": "PlatformConfig"})
    answered(message.SerializeToString(), render)
    assert seen == ["Kind", {"app": {"kind": "App"}}, {"pods": ({"kind": "Pod"},)}, {"kind": "PlatformConfig"}]


def large(mebibytes: float) -> Render:
    text = "x" * int(mebibytes * 1024 * 1024)
    return rendering(Outcome(resources={"app": Composed({"kind": "ConfigMap", "data": text}, ready=True)}))


def test_an_answer_that_crossplane_would_refuse_is_a_fatal_one_with_advice() -> None:
    response = answered(request(), large(4.1))
    assert [result.severity for result in response.results] == [v1.SEVERITY_FATAL]
    assert response.results[0].message.startswith("the response has 4.1 MiB, and Crossplane takes at most 4. split")
    assert set(response.desired.resources) == {"bucket"}
    assert response.meta.tag == "sha256:abc"


@pytest.mark.parametrize(("mebibytes", "told"), [(3.0, 0), (3.5, 1)])
def test_an_answer_near_the_limit_is_given_and_logged(mebibytes: float, told: int) -> None:
    with capture_logs() as logs:
        response = answered(request(), large(mebibytes))
    assert [entry["event"] for entry in logs if entry["log_level"] == "warning"] == ["the answer is large"] * told
    assert set(response.desired.resources) == {"app", "bucket"}
