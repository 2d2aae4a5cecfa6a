"""Where OpenTelemetry's protocol is read by gRPC, and where by HTTP."""

from collections.abc import Collection

_GRPC = "4317"
_HTTP = "4318"


def grpc_address(url: str, *, of_http: Collection[str]) -> str:
    """Return scheme, host and port of a URL; a port `of_http`, or "" for none, becomes that of gRPC."""
    scheme, _, rest = url.partition("://")
    host, port = _host_and_port(rest.partition("/")[0])
    used = _GRPC if port in of_http else port
    return f"{scheme}://{host}:{used}" if used else f"{scheme}://{host}"


def http_address(grpc: str) -> str | None:
    """Return where HTTP is read beside gRPC, or None if the port is not that of gRPC, so that nobody knows."""
    return grpc.removesuffix(_GRPC) + _HTTP if grpc.endswith(f":{_GRPC}") else None


def _host_and_port(netloc: str) -> tuple[str, str]:
    """Split a host, which may be an IPv6 address in brackets, from its port, which is "" if there is none."""
    host, colon, port = netloc.rpartition(":")
    return (host, port) if colon and port.isdigit() and not netloc.endswith("]") else (netloc, "")
