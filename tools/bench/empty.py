"""An empty function in Python: the cost of gRPC for Python. It does not decode requests and returns nothing."""

import argparse
import asyncio

import grpc

_SERVICE = "apiextensions.fn.proto.v1.FunctionRunnerService"
_LARGEST = 64 << 20


def main() -> None:
    """Serve until the process is stopped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", required=True)
    parser.add_argument("--insecure", action="store_true", required=True)
    asyncio.run(_serve(parser.parse_args().address))


async def _serve(address: str) -> None:
    server = grpc.aio.server(options=[("grpc.max_receive_message_length", _LARGEST)])
    method: grpc.RpcMethodHandler[bytes, bytes] = grpc.unary_unary_rpc_method_handler(_answer)
    server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler(_SERVICE, {"RunFunction": method})])
    server.add_insecure_port(address)
    await server.start()
    await server.wait_for_termination()


async def _answer(_data: bytes, _context: grpc.aio.ServicerContext[bytes, bytes]) -> bytes:
    return b""


if __name__ == "__main__":
    main()
