"""Work that never changes and is like that of a call: its time says how fast this machine and this Python are."""

import json
from typing import Any

from google.protobuf import struct_pb2
from pydantic import BaseModel

_DOCUMENT: Any = {
    f"field-{index}": {"name": f"name-{index}", "labels": {"app": "orders", "tier": "web"}, "ports": [8080, 9090]}
    for index in range(40)
}


class _Field(BaseModel):
    name: str
    labels: dict[str, str]
    ports: list[int]


def _bytes() -> bytes:
    struct = struct_pb2.Struct()
    struct.update(_DOCUMENT)
    data: bytes = struct.SerializeToString(deterministic=True)
    return data


_BYTES = _bytes()


def work() -> None:
    """Do the work once: protobuf, plain values, models, and JSON."""
    struct = struct_pb2.Struct.FromString(_BYTES)
    for key in struct.fields:
        field = struct.fields[key].struct_value.fields
        labels = field["labels"].struct_value.fields
        ports = [int(value.number_value) for value in field["ports"].list_value.values]
        model = _Field(
            name=field["name"].string_value, labels={name: labels[name].string_value for name in labels}, ports=ports
        )
        json.dumps(model.model_dump(), sort_keys=True)
