import pytest
from crossplane.function.proto.v1 import run_function_pb2 as v1
from google.protobuf import duration_pb2, struct_pb2

from function.wire.opaque import messages


def test_a_file_that_is_needed_and_not_given_is_an_error() -> None:
    with pytest.raises(TypeError):
        messages(v1.DESCRIPTOR, {"google.protobuf.Struct"})


def test_other_types_stay_messages() -> None:
    made = messages(v1.DESCRIPTOR, {"google.protobuf.Struct"}, imports=[duration_pb2.DESCRIPTOR])
    assert made["RunFunctionRequest"](input=b"x").input == b"x"
    assert made["RunFunctionResponse"]().meta.ttl.seconds == 0


def test_the_original_messages_are_untouched() -> None:
    messages(struct_pb2.DESCRIPTOR, {"google.protobuf.Value"})
    assert struct_pb2.Struct.FromString(b"\n\x07\n\x01a\x12\x02\x20\x01").fields["a"].bool_value is True


def test_maps_lists_and_oneofs_of_an_opaque_type_hold_bytes() -> None:
    made = messages(struct_pb2.DESCRIPTOR, {"google.protobuf.Value", "google.protobuf.Struct"})
    assert dict(made["Struct"](fields={"a": b"x"}).fields) == {"a": b"x"}
    assert list(made["ListValue"](values=[b"x"]).values) == [b"x"]
    assert made["Value"](struct_value=b"").WhichOneof("kind") == "struct_value"
