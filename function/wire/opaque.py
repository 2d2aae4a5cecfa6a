"""Copies of protobuf messages in which some fields stay bytes: the same wire format, but decoded only on demand.

The Python parser rejects a whole request if any Struct in it has more than 32 levels of maps, or 48 of lists, and what
other functions put into the request need not be decoded at all.
"""

from collections.abc import Collection, Iterator
from typing import Any

from google.protobuf import descriptor_pool, message_factory
from google.protobuf.descriptor import FileDescriptor
from google.protobuf.descriptor_pb2 import DescriptorProto, FieldDescriptorProto, FileDescriptorProto


def messages(source: FileDescriptor, opaque: Collection[str], imports: Collection[FileDescriptor] = ()) -> Any:
    """Return the message classes of `source` by name, with fields of the `opaque` types as bytes.

    `imports` are the files that are still needed. Each call uses its own descriptor pool, so the original names can be
    reused. The classes are typed Any: a type checker cannot see classes that are created at import time.
    """
    file = FileDescriptorProto.FromString(source.serialized_pb)
    file.ClearField("service")
    del file.dependency[:]
    file.dependency.extend(imported.name for imported in imports)
    for message in _all_messages(file.message_type):
        for field in message.field:
            if field.type_name.removeprefix(".") in opaque:
                _make_bytes(message, field)
    pool = descriptor_pool.DescriptorPool()
    for imported in imports:
        pool.AddSerializedFile(imported.serialized_pb)
    pool.AddSerializedFile(file.SerializeToString())
    names = pool.FindFileByName(file.name).message_types_by_name
    return {name: message_factory.GetMessageClass(descriptor) for name, descriptor in names.items()}


def _all_messages(descriptors: Collection[DescriptorProto]) -> Iterator[DescriptorProto]:
    for message in descriptors:
        yield message
        yield from _all_messages(message.nested_type)


def _make_bytes(message: DescriptorProto, field: FieldDescriptorProto) -> None:
    field.type = FieldDescriptorProto.TYPE_BYTES
    field.ClearField("type_name")
    single = field.label != FieldDescriptorProto.LABEL_REPEATED
    if single and not field.HasField("oneof_index") and not message.options.map_entry:
        # a message field tracks whether it is set, but a plain bytes field does not: an empty Struct would be lost
        field.proto3_optional = True
        field.oneof_index = len(message.oneof_decl)
        message.oneof_decl.add(name=f"_{field.name}")
