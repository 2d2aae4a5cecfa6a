"""The function protocol as gRPC sees it: two service names, one method, bytes in and bytes out."""

from collections.abc import Callable

import grpc
from crossplane.function.proto.v1 import run_function_pb2 as v1
from crossplane.function.proto.v1beta1 import run_function_pb2 as v1beta1

from function.wire.request import MalformedRequestError

NAMES = tuple(module.DESCRIPTOR.services_by_name["FunctionRunnerService"].full_name for module in (v1, v1beta1))
"""Both versions have the same messages on the wire, so one handler answers both."""


def handlers(answer: Callable[[bytes], bytes]) -> list[grpc.GenericRpcHandler]:
    """Return a handler for each version; bytes that are no request are the caller's INVALID_ARGUMENT."""

    async def run(data: bytes, context: grpc.aio.ServicerContext[bytes, bytes]) -> bytes:
        try:
            return answer(data)
        except MalformedRequestError as error:
            await context.abort(grpc.StatusCode.INVALID_ARGUMENT, str(error))

    method: grpc.RpcMethodHandler[bytes, bytes] = grpc.unary_unary_rpc_method_handler(run)
    return [grpc.method_handlers_generic_handler(name, {"RunFunction": method}) for name in NAMES]
