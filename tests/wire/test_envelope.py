import pytest
from crossplane.function.proto.v1 import run_function_pb2 as v1
from crossplane.function.proto.v1beta1 import run_function_pb2 as v1beta1
from google.protobuf import json_format, struct_pb2
from google.protobuf.descriptor import Descriptor
from google.protobuf.message import DecodeError
from hypothesis import given
from hypothesis import strategies as st

from function.base.manifest import Json
from function.wire.decode import decode
from function.wire.encode import encode
from function.wire.envelope import RunFunctionRequest, RunFunctionResponse

TEXT = st.text(max_size=5)


def structs() -> st.SearchStrategy[struct_pb2.Struct]:
    values = st.recursive(
        st.none() | st.booleans() | st.integers(-9, 9) | TEXT,
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
        max_leaves=5,
    )
    return st.dictionaries(TEXT, values, max_size=2).map(
        lambda value: json_format.ParseDict(value, struct_pb2.Struct())
    )


def resources() -> st.SearchStrategy[v1.Resource]:
    return st.builds(
        v1.Resource,
        resource=st.none() | structs(),
        connection_details=st.dictionaries(TEXT, st.binary(max_size=3), max_size=2),
        ready=st.sampled_from([v1.READY_UNSPECIFIED, v1.READY_TRUE, v1.READY_FALSE]),
    )


def states() -> st.SearchStrategy[v1.State]:
    return st.builds(
        v1.State, composite=st.none() | resources(), resources=st.dictionaries(TEXT, resources(), max_size=2)
    )


def requests() -> st.SearchStrategy[v1.RunFunctionRequest]:
    meta = st.builds(
        v1.RequestMeta, tag=TEXT, capabilities=st.lists(st.sampled_from(v1.Capability.values()), max_size=3)
    )
    found = st.builds(v1.Resources, items=st.lists(resources(), max_size=2))
    data = st.builds(v1.CredentialData, data=st.dictionaries(TEXT, st.binary(max_size=3), max_size=2))
    return st.builds(
        v1.RunFunctionRequest,
        meta=st.none() | meta,
        observed=st.none() | states(),
        desired=st.none() | states(),
        input=st.none() | structs(),
        context=st.none() | structs(),
        extra_resources=st.dictionaries(TEXT, found, max_size=1),
        required_resources=st.dictionaries(TEXT, found, max_size=2),
        credentials=st.dictionaries(TEXT, st.builds(v1.Credentials, credential_data=st.none() | data), max_size=1),
        required_schemas=st.dictionaries(TEXT, st.builds(v1.Schema, openapi_v3=st.none() | structs()), max_size=1),
    )


@given(requests())
def test_a_request_comes_out_of_the_envelope_as_it_went_in_and_its_bytes_are_what_the_sdk_reads(
    request: v1.RunFunctionRequest,
) -> None:
    envelope = RunFunctionRequest.FromString(request.SerializeToString())
    assert v1.RunFunctionRequest.FromString(envelope.SerializeToString()) == request
    assert decode(envelope.input) == json_format.MessageToDict(request.input)
    assert envelope.HasField("input") == request.HasField("input")
    assert sorted(envelope.observed.resources) == sorted(request.observed.resources)
    for key, resource in request.observed.resources.items():
        opaque = envelope.observed.resources[key]
        assert decode(opaque.resource) == json_format.MessageToDict(resource.resource)
        assert opaque.HasField("resource") == resource.HasField("resource")
        assert dict(opaque.connection_details) == dict(resource.connection_details)
        assert opaque.ready == resource.ready


def request_with(value: Json) -> bytes:
    """Return a request whose composite holds `value` below one key."""
    envelope = RunFunctionRequest()
    envelope.meta.tag = "t"
    envelope.observed.composite.resource = encode({"a": value})
    data: bytes = envelope.SerializeToString()
    return data


def nested(levels: int, *, lists: bool) -> Json:
    value: Json = "end"
    for _ in range(levels):
        value = [value] if lists else {"a": value}
    return value


@pytest.mark.parametrize(("lists", "most"), [(False, 32), (True, 48)])
def test_a_struct_too_deep_for_the_parser_does_not_keep_the_request_from_being_read(lists: bool, most: int) -> None:
    v1.RunFunctionRequest.FromString(request_with(nested(most - 1, lists=lists)))
    data = request_with(nested(most, lists=lists))
    with pytest.raises(DecodeError):
        v1.RunFunctionRequest.FromString(data)
    envelope = RunFunctionRequest.FromString(data)
    assert envelope.meta.tag == "t"
    assert decode(envelope.observed.composite.resource) == {"a": nested(most, lists=lists)}


def test_a_field_that_only_a_later_protocol_knows_is_kept() -> None:
    later = b"\xa2\x06\x02hi"  # field 100, as text
    resource = v1.Resource.FromString(later)
    request = v1.RunFunctionRequest(desired=v1.State(composite=resource))
    envelope = RunFunctionRequest.FromString(request.SerializeToString())
    assert envelope.SerializeToString() == request.SerializeToString()
    assert later in envelope.SerializeToString()


def test_absent_and_empty_are_kept_apart() -> None:
    for request in (v1.RunFunctionRequest(), v1.RunFunctionRequest(context=struct_pb2.Struct())):
        envelope = RunFunctionRequest.FromString(request.SerializeToString())
        assert envelope.HasField("context") == request.HasField("context")
        assert envelope.SerializeToString() == request.SerializeToString()


def shape(message: Descriptor) -> dict[tuple[str, int], object]:
    """Return a message's fields by name and number: their labels and oneofs, and the shapes below them."""
    return {
        (field.name, field.number): (
            field.is_repeated,
            field.has_presence,
            field.containing_oneof.name if field.containing_oneof else None,
            shape(field.message_type) if field.message_type and "Struct" not in field.message_type.full_name else None,
        )
        for field in message.fields
    }


def without_synthetic(found: object) -> object:
    """A field that knows whether it is set has a oneof of its own, which the wire does not show."""
    if isinstance(found, dict):
        return {key: without_synthetic(value) for key, value in found.items()}
    if isinstance(found, tuple):
        repeated, presence, oneof, below = found
        return repeated, presence, None if str(oneof).startswith("_") else oneof, without_synthetic(below)
    return found


def test_names_numbers_presence_and_oneofs_are_the_protocols() -> None:
    for ours in (RunFunctionRequest, RunFunctionResponse):
        theirs = v1.DESCRIPTOR.message_types_by_name[ours.DESCRIPTOR.name]
        assert without_synthetic(shape(ours.DESCRIPTOR)) == without_synthetic(shape(theirs))


def test_v1beta1_has_the_same_messages_on_the_wire() -> None:
    for name in ("RunFunctionRequest", "RunFunctionResponse"):
        old, new = (module.DESCRIPTOR.message_types_by_name[name] for module in (v1beta1, v1))
        assert shape(old) == shape(new)
