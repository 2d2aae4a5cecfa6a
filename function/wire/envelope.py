"""The messages of the function protocol with every Struct left as bytes, for v1 and v1beta1 alike.

Source: run_function.proto of Crossplane's function protocol, apiextensions.fn.proto.v1.
"""

from crossplane.function.proto.v1 import run_function_pb2 as protocol
from google.protobuf import duration_pb2

from function.wire.opaque import messages

_MESSAGES = messages(protocol.DESCRIPTOR, {"google.protobuf.Struct"}, imports=[duration_pb2.DESCRIPTOR])

RunFunctionRequest = _MESSAGES["RunFunctionRequest"]
RunFunctionResponse = _MESSAGES["RunFunctionResponse"]
