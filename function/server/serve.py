"""The life cycle of the server: listen, log the address, answer calls until a signal, let running calls finish."""

import asyncio
from dataclasses import dataclass

import grpc
import structlog
from grpc_health.v1 import health, health_pb2, health_pb2_grpc  # type: ignore[import-untyped]  # ships no types
from grpc_reflection.v1alpha import reflection  # type: ignore[import-untyped]  # ships no types

from function.server import StartError, address, limits, service
from function.server.answering import Answer, Answering
from function.server.drain import GRACE_SECONDS, Signals, pause

_log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class Listener:
    """Where and how to listen; without credentials, connections are insecure and anyone may call."""

    address: str
    credentials: grpc.ServerCredentials | None
    receive_bytes: int
    send_bytes: int
    version: str


async def serve(answer: Answer, listener: Listener) -> None:
    """Answer calls until SIGTERM or SIGINT, then until nobody calls, and let running calls finish; raises StartError.

    A second signal ends running calls.
    """
    address.check(listener.address)
    answering, signals, healthy = Answering(answer), Signals(), health.aio.HealthServicer()
    server, bound = _bound(answering, healthy, listener)
    signals.listen()
    await server.start()
    for name in (health.OVERALL_HEALTH, *service.NAMES):
        await healthy.set(name, health_pb2.HealthCheckResponse.SERVING)
    _log.info("serving", address=bound, insecure=listener.credentials is None, version=listener.version)
    await signals.stop.wait()
    await healthy.enter_graceful_shutdown()
    _log.info("stopping", running=answering.running)
    await pause(answering, signals.now)
    await _stop(server, signals.now)
    answering.close()
    _log.info("stopped")
    signals.ignore()


async def _stop(server: grpc.aio.Server, now: asyncio.Event) -> None:
    """Take no more calls and wait for those that run, GRACE_SECONDS at most and no longer than `now` is not set."""
    ending = asyncio.ensure_future(server.stop(GRACE_SECONDS))
    at_once = asyncio.ensure_future(now.wait())
    await asyncio.wait({ending, at_once}, return_when=asyncio.FIRST_COMPLETED)
    if not ending.done():
        await server.stop(None)
    at_once.cancel()
    await ending


def _bound(answering: Answering, healthy: health.aio.HealthServicer, listener: Listener) -> tuple[grpc.aio.Server, str]:
    """Return the server and its address, with the port that the system chose if the given port is 0."""
    server = grpc.aio.server(
        options=limits.options(receive_bytes=listener.receive_bytes, send_bytes=listener.send_bytes),
        maximum_concurrent_rpcs=limits.CALLS,
    )
    server.add_generic_rpc_handlers(service.handlers(answering))
    health_pb2_grpc.add_HealthServicer_to_server(healthy, server)
    reflection.enable_server_reflection((reflection.SERVICE_NAME, health.SERVICE_NAME, *service.NAMES), server)
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
