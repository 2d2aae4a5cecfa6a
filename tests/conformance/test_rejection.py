"""What happens to a call that cannot be answered as asked, and to the one after it."""

import grpc
import pytest
from crossplane.function.proto.v1 import run_function_pb2 as v1

from function.base.manifest import Json, Manifest
from function.wire.encode import encode
from tests.conformance.calls import (
    COMPOSITE,
    GROUP,
    INPUT,
    OBSERVED,
    RESOURCES,
    composite,
    entry,
    field,
    foreign,
    request,
    with_conditions,
)
from tests.conformance.server import Server, code

CONDITIONS = ["Validated", "DependenciesReady", "WorkloadAvailable", "AutoscalerReady", "Operational"]


@pytest.mark.parametrize("data", [b"\xff\xff\xff", b"GET / HTTP/1.1"])
def test_bytes_that_are_no_request_are_the_callers_fault_in_one_sentence(server: Server, data: bytes) -> None:
    with pytest.raises(grpc.RpcError, match="the request is not an apiextensions") as caught:
        server.send(data)
    assert code(caught.value) == grpc.StatusCode.INVALID_ARGUMENT
    assert not server.call(request()).results


def assert_rejected(response: v1.RunFunctionResponse, message: str) -> None:
    *events, result = response.results
    assert v1.SEVERITY_FATAL not in {event.severity for event in events}
    assert {event.target for event in events} <= {v1.TARGET_COMPOSITE_AND_CLAIM}
    assert result.severity == v1.SEVERITY_FATAL
    assert message in result.message
    assert [condition.type for condition in response.conditions] == CONDITIONS
    assert response.conditions[0].status == v1.STATUS_CONDITION_FALSE
    assert {condition.target for condition in response.conditions} == {v1.TARGET_COMPOSITE_AND_CLAIM}
    assert response.desired == foreign()
    assert response.meta.tag == "sha256:abc"
    assert response.meta.HasField("ttl")


@pytest.mark.parametrize(
    ("xr", "message"),
    [
        pytest.param({"apiVersion": GROUP, "kind": "Nonsense"}, "kind: must be one of", id="unknown kind"),
        pytest.param({"apiVersion": "v1", "kind": "XEventDrivenService"}, "apiVersion: must be", id="unknown version"),
        pytest.param({}, "apiVersion: must be", id="nothing at all"),
        pytest.param(composite(size="xlarge"), "spec.size: must be one of [", id="a mistake of the user"),
        pytest.param({**composite(), "spec": "text"}, "spec", id="a spec that is none"),
    ],
)
def test_what_cannot_be_rendered_is_fatal_with_all_conditions_and_changes_nothing(
    server: Server, xr: Manifest, message: str
) -> None:
    assert_rejected(server.call(request(xr, desired=foreign())), message)


def test_what_cannot_be_rendered_is_told_as_an_event_once_and_not_on_every_call(server: Server) -> None:
    xr = composite(size="xlarge")
    again = server.call(request(with_conditions(xr, server.call(request(xr)))))
    assert [result.severity for result in again.results] == [v1.SEVERITY_FATAL]


def deep(levels: int) -> bytes:
    value: Json = "end"
    for _ in range(levels):
        value = {"a": value}
    return encode({"spec": value})


@pytest.mark.parametrize(
    ("part", "place"),
    [
        pytest.param(field([OBSERVED, COMPOSITE, 1], deep(150)), "spec.a.a.a", id="composite"),
        pytest.param(field([INPUT], deep(150)), "PlatformConfig.spec.a.a", id="step input"),
        pytest.param(field([OBSERVED, COMPOSITE, 1], b"\xff"), "cannot be decoded", id="no struct"),
    ],
)
def test_a_part_that_cannot_be_read_is_fatal_and_named_and_the_next_call_is_answered(
    server: Server, part: bytes, place: str
) -> None:
    call = v1.RunFunctionRequest(meta=v1.RequestMeta(tag="sha256:abc"), desired=foreign())
    assert_rejected(v1.RunFunctionResponse.FromString(server.send(call.SerializeToString() + part)), place)
    assert not server.call(request()).results


def test_a_resource_of_ours_that_cannot_be_read_is_fatal_and_named(server: Server) -> None:
    call = request()
    call.desired.CopyFrom(foreign())
    part = field([OBSERVED, RESOURCES], entry("deployment", b"\xff"))
    response = v1.RunFunctionResponse.FromString(server.send(call.SerializeToString() + part))
    assert_rejected(response, "observed.resources.deployment")


def test_a_part_of_a_resource_of_ours_that_nobody_reads_may_be_anything(server: Server) -> None:
    part = field([OBSERVED, RESOURCES], entry("deployment", deep(150)))
    assert server.send(request().SerializeToString() + part) == server.send(
        request().SerializeToString() + field([OBSERVED, RESOURCES], entry("deployment", deep(50)))
    )


@pytest.mark.parametrize("resource", [deep(150), b"\xff"])
def test_a_resource_of_another_step_that_cannot_be_read_is_not_our_business(server: Server, resource: bytes) -> None:
    unread = server.send(request().SerializeToString() + field([OBSERVED, RESOURCES], entry("thing", resource)))
    assert unread == server.send(request().SerializeToString() + field([OBSERVED, RESOURCES], entry("thing", deep(5))))
    assert not v1.RunFunctionResponse.FromString(unread).results


def test_a_part_deeper_than_the_parser_of_protobuf_goes_is_read(server: Server) -> None:
    part = field([OBSERVED, RESOURCES], entry("thing", deep(60)))
    response = v1.RunFunctionResponse.FromString(server.send(request().SerializeToString() + part))
    assert not response.results
    assert response.desired.resources
