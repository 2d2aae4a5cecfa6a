"""Calls a running function as Crossplane does, with mutual TLS or without."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# gRPC reads it while it is imported; what fails reaches the user as an error anyway
os.environ["GRPC_VERBOSITY"] = os.environ.get("GRPC_VERBOSITY", "NONE")

import grpc

from function.base.outcome import Outcome
from function.base.request import Request
from function.client import CallError
from function.client.received import received
from function.client.sent import sent

_METHOD = "/apiextensions.fn.proto.v1.FunctionRunnerService/RunFunction"
_CONNECT_SECONDS = 15
_CALL_SECONDS = 60
_OPTIONS = [
    ("grpc.max_send_message_length", -1),
    ("grpc.max_receive_message_length", -1),
    ("grpc.enable_http_proxy", 0),  # Crossplane uses none for functions either
]


@contextmanager
def connected(
    address: str, certificates: str | None, server_name: str | None
) -> Iterator[Callable[[Request], Outcome]]:
    """Yield what answers requests with the function at an address.

    `certificates` is a folder with tls.crt, tls.key, and ca.crt, or None for a connection without TLS. `server_name` is
    the name in the server's certificate, if that is not the host in the address. Raises CallError, also later.
    """
    options = [*_OPTIONS, *([("grpc.ssl_target_name_override", server_name)] if server_name else [])]
    if certificates is None:
        channel = grpc.insecure_channel(address, options)
    else:
        channel = grpc.secure_channel(address, _credentials(certificates), options)
    with channel:
        ready = grpc.channel_ready_future(channel)
        try:
            ready.result(timeout=_CONNECT_SECONDS)
        except grpc.FutureTimeoutError:
            ready.cancel()
            raise CallError(f"no connection to {address} within {_CONNECT_SECONDS} s") from None
        run: grpc.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(_METHOD)

        def answer(request: Request) -> Outcome:
            try:
                data = run(sent(request), timeout=_CALL_SECONDS)
            except grpc.RpcError as error:
                raise CallError(_reason(error)) from None
            return received(data)

        yield answer


def _credentials(folder: str) -> grpc.ChannelCredentials:
    texts = []
    for name in ("ca.crt", "tls.key", "tls.crt"):
        try:
            texts.append((Path(folder) / name).read_bytes())
        except OSError as error:
            raise CallError(f"cannot read {Path(folder) / name}: {str(error.strerror).lower()}") from None
    return grpc.ssl_channel_credentials(*texts)


def _reason(error: grpc.RpcError) -> str:
    failed: Any = error  # the stubs do not know that it is also a call
    return f"{failed.code().name}: {failed.details()}"
