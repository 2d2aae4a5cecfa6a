"""What the function specification demands of every answer, asked of the running server."""

from crossplane.function.proto.v1 import run_function_pb2 as v1
from google.protobuf import struct_pb2

from function.base.manifest import Json, Manifest
from function.wire.encode import encode
from function.wire.opaque import messages
from tests.conformance.calls import (
    COMPOSITE,
    CONTEXT,
    DESIRED,
    OBSERVED,
    RESOURCES,
    entry,
    field,
    foreign,
    next_request,
    plain,
    request,
    struct,
)
from tests.conformance.server import V1BETA1, Server

SHALLOW = messages(
    struct_pb2.DESCRIPTOR, {"google.protobuf.Struct", "google.protobuf.ListValue", "google.protobuf.Value"}
)


def test_the_tag_comes_back(server: Server) -> None:
    assert server.call(request()).meta.tag == "sha256:abc"


def test_the_time_to_live_is_said(server: Server) -> None:
    assert server.call(request()).meta.HasField("ttl")


def test_what_earlier_steps_want_and_the_context_pass_through(server: Server) -> None:
    context = struct({"apiextensions.crossplane.io/environment": {"region": "eu"}})
    response = server.call(request(desired=foreign(), context=context))
    for key, resource in foreign().resources.items():
        assert response.desired.resources[key] == resource
    assert len(response.desired.resources) > len(foreign().resources)
    assert response.context == context
    before, after = foreign().composite, response.desired.composite
    assert after.connection_details == before.connection_details
    assert plain(struct(plain(after.resource)))["status"] != plain(before.resource)["status"]
    assert after.resource.fields["status"].struct_value.fields["earlier"].struct_value.fields["step"].number_value == 1


def test_the_bytes_of_what_passes_through_are_the_bytes_that_came(server: Server) -> None:
    unsorted = encode({"z": 1}) + encode({"a": 1})
    desired = field([DESIRED, RESOURCES], entry("thing", unsorted))
    answer = server.send(request().SerializeToString() + desired + field([CONTEXT], unsorted))
    assert answer.count(unsorted) == 2


def test_no_composed_resource_has_a_status_and_each_has_a_kind_and_readiness(server: Server) -> None:
    resources = server.call(request()).desired.resources
    assert resources
    for resource in resources.values():
        manifest = plain(resource.resource)
        assert "status" not in manifest
        assert manifest["kind"]
        assert resource.ready in (v1.READY_TRUE, v1.READY_FALSE)


def test_the_composite_gets_a_status_and_nothing_else(server: Server) -> None:
    wanted = server.call(request()).desired.composite
    assert list(plain(wanted.resource)) == ["status"]
    assert wanted.ready == v1.READY_UNSPECIFIED


def test_a_steady_call_says_nothing_new(server: Server) -> None:
    first = server.call(request())
    second = server.call(next_request(first))
    third = server.call(next_request(second))
    assert not second.results
    assert not third.results
    assert third == second


def test_nothing_is_created_before_it_is_known_what_exists(server: Server) -> None:
    asking = request()
    asking.ClearField("required_resources")
    first = server.call(asking)
    assert first.requirements.resources
    assert not first.desired.resources
    assert not first.results


def test_requirements_are_the_same_on_every_call_of_a_reconcile(server: Server) -> None:
    asking = request()
    asking.ClearField("required_resources")
    first = server.call(asking)
    for name in first.requirements.resources:
        asking.required_resources[name].SetInParent()
    second = server.call(asking)
    assert second.requirements == first.requirements
    assert second.desired.resources


def test_at_rest_one_call_is_enough(server: Server) -> None:
    rest = next_request(server.call(request()))
    rest.ClearField("required_resources")
    assert not server.call(rest).requirements.resources


def test_no_condition_that_belongs_to_crossplane_is_touched(server: Server) -> None:
    reserved = {"Ready", "Synced", "Healthy", "Responsive", "UpToDate"}
    assert not reserved & {condition.type for condition in server.call(request()).conditions}


def test_v1beta1_answers_the_same(server: Server) -> None:
    data = request(desired=foreign()).SerializeToString()
    assert server.send(data, V1BETA1) == server.send(data)


def test_the_same_call_gets_the_same_bytes(server: Server) -> None:
    data = request(desired=foreign()).SerializeToString()
    assert server.send(data) == server.send(data)


def reversed_object(value: Manifest) -> bytes:
    """Return the Struct of an object with its keys in the opposite order, at every depth."""
    return b"".join(
        SHALLOW["Struct"](fields={key: reversed_value(value[key])}).SerializeToString()
        for key in sorted(value, reverse=True)
    )


def reversed_value(value: Json) -> bytes:
    message = struct_pb2.Struct.FromString(encode({"": value})).fields[""]
    if isinstance(value, dict):
        message = SHALLOW["Value"](struct_value=reversed_object(value))
    elif isinstance(value, list):
        items = SHALLOW["ListValue"](values=[reversed_value(item) for item in value])
        message = SHALLOW["Value"](list_value=items.SerializeToString())
    return message.SerializeToString()


def test_the_order_of_maps_on_the_wire_does_not_show(server: Server) -> None:
    first = next_request(server.call(request()))
    first.ClearField("required_resources")
    xr = plain(first.observed.composite.resource)
    resources = {key: plain(resource.resource) for key, resource in first.observed.resources.items()}
    other = b"".join(
        [
            field([OBSERVED, COMPOSITE, 1], reversed_object(xr)),
            *(
                field([OBSERVED, RESOURCES], entry(key, reversed_object(resources[key])))
                for key in sorted(resources, reverse=True)
            ),
            v1.RunFunctionRequest(meta=first.meta).SerializeToString(),
        ]
    )
    assert v1.RunFunctionRequest.FromString(other) == first
    assert server.send(other) == server.send(first.SerializeToString())
