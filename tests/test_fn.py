import pytest
from crossplane.function.proto.v1 import run_function_pb2 as v1
from google.protobuf import struct_pb2

from function.base.manifest import Json, Manifest
from function.base.outcome import Composed, Outcome
from function.base.problems import Problem
from function.base.request import Request
from function.base.summary import Summary
from function.fn import Render, answer
from function.wire.decode import LazyObject
from function.wire.encode import encode
from function.wire.envelope import RunFunctionRequest
from function.wire.request import MalformedRequestError
from tests.documents import namespaced, worker

CANARY = "canary-5up3r"
XR: Manifest = {"kind": "Kind", "metadata": {"name": "orders"}, "spec": {"password": CANARY}}
NOTHING_BUT_AN_UNDECODABLE_COMPOSITE = b"\x12\x05\x0a\x03\x0a\x01\xff"
NOTHING_BUT_AN_UNDECODABLE_INPUT = b"\x22\x01\xff"


def struct_field(key: str, content: bytes) -> bytes:
    """Return the entry of a Struct whose value is said to be an object with these bytes."""
    value = bytes([0x2A, len(content)]) + content
    entry = bytes([0x0A, len(key)]) + key.encode() + bytes([0x12, len(value)]) + value
    return bytes([0x0A, len(entry)]) + entry


def rendering(outcome: Outcome) -> Render:
    """Return a render that answers everything with `outcome`."""

    def render(request: Request) -> Outcome:
        return outcome

    return render


def missing_key(request: Request) -> Outcome:
    return Outcome(status={"phase": {CANARY: 1}[str(request.xr["kind"])]})


def endless(request: Request) -> Outcome:
    return endless(request)


INEXACT = rendering(Outcome(resources={"app": Composed({"n": 2**53 + 1}, ready=True)}))


def call(xr: Manifest = XR, tag: str = "sha256:abc") -> bytes:
    composite, foreign = struct_pb2.Struct(), struct_pb2.Struct()
    composite.update(xr)
    foreign["kind"] = "Bucket"
    message = v1.RunFunctionRequest(
        meta=v1.RequestMeta(tag=tag),
        observed=v1.State(composite=v1.Resource(resource=composite)),
        desired=v1.State(resources={"bucket": v1.Resource(resource=foreign)}),
    )
    return message.SerializeToString()


def summary(data: bytes, render: Render) -> Summary:
    return answer(data, render)[1]


@pytest.mark.parametrize("render", [missing_key, endless, INEXACT])
def test_a_bug_is_a_fatal_result_that_says_nothing_of_the_request_and_changes_nothing(render: Render) -> None:
    data, entry = answer(call(), render)
    answered = v1.RunFunctionResponse.FromString(data)
    [result] = answered.results
    assert result.severity == v1.SEVERITY_FATAL
    assert {condition.reason for condition in answered.conditions} == {"InternalError"}
    assert {condition.status for condition in answered.conditions} == {v1.STATUS_CONDITION_UNKNOWN}
    assert list(answered.desired.resources) == ["bucket"]
    assert answered.meta.tag == "sha256:abc"
    assert entry.crash is not None
    assert entry.crash.incident in result.message
    assert (entry.fatal_codes, entry.kind, entry.name) == (("EP900",), "Kind", "orders")
    assert CANARY not in f"{entry}{answered}"


def test_the_same_bug_has_the_same_incident_on_every_call_or_its_condition_would_cause_the_next() -> None:
    first, second = (v1.RunFunctionResponse.FromString(answer(call(tag=tag), missing_key)[0]) for tag in "ab")
    assert first.results == second.results


@pytest.mark.parametrize("part", [NOTHING_BUT_AN_UNDECODABLE_COMPOSITE, NOTHING_BUT_AN_UNDECODABLE_INPUT])
def test_a_part_that_cannot_be_decoded_is_fatal_and_never_rendered(part: bytes) -> None:
    data, entry = answer(v1.RunFunctionRequest(meta=v1.RequestMeta(tag="t")).SerializeToString() + part, missing_key)
    answered = v1.RunFunctionResponse.FromString(data)
    [result] = answered.results
    assert result.severity == v1.SEVERITY_FATAL
    assert result.message.endswith("cannot be decoded: not a protobuf Struct")
    [validated] = [condition for condition in answered.conditions if condition.type == "Validated"]
    assert validated.status == v1.STATUS_CONDITION_FALSE
    assert answered.meta.tag == "t"
    assert (entry.crash, entry.fatal_codes) == (None, ("EP111",))


@pytest.mark.parametrize("status", [b"\x0b", b"\x0a\x01\xff", encode({"conditions": {}})[:-1]])
def test_a_status_that_cannot_be_decoded_is_fatal_and_not_an_exception(status: bytes) -> None:
    request = RunFunctionRequest()
    request.observed.composite.resource = encode(namespaced(worker())) + struct_field("status", status)
    data, reported = answer(request.SerializeToString())
    [result] = v1.RunFunctionResponse.FromString(data).results
    assert result.message == "status: cannot be decoded: not a protobuf Struct"
    assert (reported.crash, reported.fatal_codes, reported.change) == (None, ("EP111",), "refused")


def test_a_call_with_an_undecodable_part_is_still_known_by_its_names() -> None:
    entry = summary(call() + NOTHING_BUT_AN_UNDECODABLE_INPUT, missing_key)
    assert (entry.kind, entry.name, entry.fatal_codes) == ("Kind", "orders", ("EP111",))


def test_bytes_that_are_not_a_request_are_not_answered() -> None:
    with pytest.raises(MalformedRequestError):
        answer(b"\xff\xff", rendering(Outcome()))


def test_a_summary_holds_names_and_sizes() -> None:
    data, entry = answer(call(), rendering(Outcome()))
    assert entry == Summary(
        tag="sha256:abc",
        kind="Kind",
        name="orders",
        namespace="",
        claim="",
        fatal_codes=(),
        resources=0,
        warnings=0,
        request_bytes=len(call()),
        response_bytes=len(data),
    )


@pytest.mark.parametrize(
    ("xr", "claim", "namespace"),
    [
        ({"metadata": {"namespace": "shop"}, "spec": {"claimRef": "text"}}, "", "shop"),
        ({"metadata": "text", "spec": {"claimRef": {"name": ["x"], "namespace": 1}}}, "", ""),
        ({"spec": {"claimRef": {"name": "orders", "namespace": "shop"}}}, "orders", "shop"),
    ],
    ids=["namespaced", "nonsense", "claim"],
)
def test_a_summary_says_whose_the_composite_is(xr: Manifest, claim: str, namespace: str) -> None:
    entry = summary(call(xr), rendering(Outcome()))
    assert (entry.claim, entry.namespace) == (claim, namespace)


def test_a_summary_has_each_code_once_and_none_of_a_warning() -> None:
    problems = (
        Problem(path="b", message="is wrong", code="EP104"),
        Problem(path="a", message="is wrong", code="EP104"),
        Problem(path="c", message="is missing", code="EP101"),
        Problem(path="d", message="is odd", code="EP300", severity="warning"),
    )
    assert summary(call(), rendering(Outcome(problems=problems))).fatal_codes == ("EP101", "EP104")
    assert summary(call(), rendering(Outcome(problems=problems[3:]))).fatal_codes == ()


@pytest.mark.parametrize("render", [rendering(Outcome()), missing_key])
@pytest.mark.parametrize(("length", "kept"), [(99, 99), (100, 100), (101, 100)])
def test_no_name_is_longer_than_100_characters(length: int, kept: int, render: Render) -> None:
    name = "x" * length
    xr: Manifest = {"kind": name, "metadata": {"name": name}, "spec": {"claimRef": {"name": name, "namespace": name}}}
    entry = summary(call(xr, tag=name), render)
    assert {entry.tag, entry.kind, entry.name, entry.namespace, entry.claim} == {"x" * kept}
    assert len(summary(call({"metadata": {"namespace": name}}), render).namespace) == kept


def test_render_sees_all_parts_of_the_request() -> None:
    seen: list[object] = []

    def render(request: Request) -> Outcome:
        seen.extend((request.xr["kind"], dict(request.observed), request.required, request.platform))
        return Outcome()

    message = v1.RunFunctionRequest.FromString(call())
    message.observed.resources["app"].resource.update({"kind": "App"})
    message.required_resources["pods"].items.add().resource.update({"kind": "Pod"})
    message.input.update({"kind": "PlatformConfig"})
    answer(message.SerializeToString(), render)
    assert seen == ["Kind", {"app": {"kind": "App"}}, {"pods": ({"kind": "Pod"},)}, {"kind": "PlatformConfig"}]


def test_an_observed_resource_that_is_passed_on_but_too_deep_is_refused_with_its_place() -> None:
    deep: Json = {}
    for _ in range(120):
        deep = {"a": deep}
    passed_on = LazyObject(encode({"spec": deep}), "observed.resources.app")
    built, summary = answer(call(), rendering(Outcome(resources={"app": Composed({"spec": passed_on}, ready=True)})))
    assert summary.crash is None
    assert summary.fatal_codes == ("EP111",)
    assert "nested deeper than 100 levels" in v1.RunFunctionResponse.FromString(built).results[0].message
