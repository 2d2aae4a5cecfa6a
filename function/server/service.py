"""The gRPC side of the function protocol: two service names, one method, bytes in and bytes out."""

import time

import grpc
from crossplane.function.proto.v1 import run_function_pb2 as v1
from crossplane.function.proto.v1beta1 import run_function_pb2 as v1beta1

from function.server import log
from function.server.answering import Answering
from function.wire.request import MalformedRequestError

NAMES = tuple(module.DESCRIPTOR.services_by_name["FunctionRunnerService"].full_name for module in (v1, v1beta1))
"""Both versions have the same wire format, so the same handler serves both."""


def handlers(answering: Answering) -> list[grpc.GenericRpcHandler]:
    """Return a handler for each version; it fails with INVALID_ARGUMENT when the bytes are not a request."""

    async def run(data: bytes, context: grpc.aio.ServicerContext[bytes, bytes]) -> bytes:
        begun = time.monotonic()
        try:
            response, summary = await answering.answer(data)
        except MalformedRequestError as error:
            log.malformed(len(data), _milliseconds(begun))
            await context.abort(grpc.StatusCode.INVALID_ARGUMENT, str(error))
        log.answered(summary, _milliseconds(begun))
        return response

    method: grpc.RpcMethodHandler[bytes, bytes] = grpc.unary_unary_rpc_method_handler(run)
    return [grpc.method_handlers_generic_handler(name, {"RunFunction": method}) for name in NAMES]


def _milliseconds(begun: float) -> int:
    return round((time.monotonic() - begun) * 1000)
