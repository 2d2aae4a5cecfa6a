import asyncio

import grpc

from function.server import limits


def test_a_connection_cannot_take_all_calls_and_has_an_end() -> None:
    options = dict(limits.options(receive_bytes=1, send_bytes=2))
    assert options["grpc.max_concurrent_streams"] < limits.CALLS
    assert options["grpc.max_connection_age_ms"] > 0
    assert options["grpc.max_connection_age_grace_ms"] > 0
    assert options["grpc.max_connection_idle_ms"] > 0


def test_the_sizes_are_those_of_the_flags() -> None:
    options = dict(limits.options(receive_bytes=1, send_bytes=2))
    assert (options["grpc.max_receive_message_length"], options["grpc.max_send_message_length"]) == (1, 2)


def test_a_caller_with_more_calls_than_one_connection_takes_is_not_refused() -> None:
    calls = 50 * limits.STREAMS

    async def echo(data: bytes, _: grpc.aio.ServicerContext[bytes, bytes]) -> bytes:
        return data

    async def answered() -> list[bytes]:
        server = grpc.aio.server(options=limits.options(receive_bytes=100_000, send_bytes=100_000))
        method: grpc.RpcMethodHandler[bytes, bytes] = grpc.unary_unary_rpc_method_handler(echo)
        server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler("test.Echo", {"Run": method})])
        port = server.add_insecure_port("127.0.0.1:0")
        await server.start()
        try:
            async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
                call: grpc.aio.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary("/test.Echo/Run")
                return await asyncio.gather(*(call(bytes(5000)) for _ in range(calls)))
        finally:
            await server.stop(None)

    assert len(asyncio.run(answered())) == calls
