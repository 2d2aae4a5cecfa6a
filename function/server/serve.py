"""The life cycle of the server: listen, log the address, answer calls until a signal, let running calls finish."""

import asyncio
import signal
from dataclasses import dataclass

import grpc
import structlog
from grpc_reflection.v1alpha import reflection  # type: ignore[import-untyped]  # ships no types

from function.server import StartError, address, service

GRACE_SECONDS = 5

_log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class Listener:
    """Where and how to listen; without credentials, connections are insecure and anyone may call."""

    address: str
    credentials: grpc.ServerCredentials | None
    receive_bytes: int
    send_bytes: int
    version: str


async def serve(answer: service.Answer, listener: Listener) -> None:
    """Answer calls until SIGTERM or SIGINT, then wait GRACE_SECONDS for those still running; raises StartError."""
    address.check(listener.address)
    server, bound = _bound(answer, listener)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await server.start()
    _log.info("serving", address=bound, insecure=listener.credentials is None, version=listener.version)
    await stop.wait()
    _log.info("stopping", grace_seconds=GRACE_SECONDS)
    await server.stop(GRACE_SECONDS)
    _log.info("stopped")


def _bound(answer: service.Answer, listener: Listener) -> tuple[grpc.aio.Server, str]:
    """Return the server and its address, with the port that the system chose if the given port is 0."""
    server = grpc.aio.server(
        options=[
            ("grpc.max_receive_message_length", listener.receive_bytes),
            ("grpc.max_send_message_length", listener.send_bytes),
            ("grpc.so_reuseport", 0),  # otherwise a second server could share the port and receive half of the calls
        ]
    )
    server.add_generic_rpc_handlers(service.handlers(answer))
    reflection.enable_server_reflection((reflection.SERVICE_NAME, *service.NAMES), server)
    try:
        if listener.credentials is None:
            port = server.add_insecure_port(listener.address)
        else:
            port = server.add_secure_port(listener.address, listener.credentials)
    except RuntimeError:
        port = 0
    if port == 0:
        raise StartError(f"cannot listen on {listener.address}: gRPC cannot use this address")
    if listener.address.startswith("unix:"):
        return server, listener.address
    return server, f"{listener.address.rpartition(':')[0]}:{port}"
