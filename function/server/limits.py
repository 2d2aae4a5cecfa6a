"""What one caller can make the server hold: calls, bytes and connections."""

STREAMS = 16
"""Calls at once over one connection; more wait at the caller, which they would do here as well."""

CALLS = 2 * STREAMS
"""Calls at once over all connections; beyond that RESOURCE_EXHAUSTED. Crossplane has one connection to a pod, and two
while one is replaced."""

AGE_SECONDS = 300
"""Then a connection is replaced without losing calls, and the caller looks up the pods again."""

UNFINISHED_SECONDS = 120
"""How long calls may go on over a connection that is being replaced: as long as Crossplane gives a reconcile."""

IDLE_SECONDS = 120
HANDSHAKE_SECONDS = 10

Options = list[tuple[str, int]]


def options(*, receive_bytes: int, send_bytes: int) -> Options:
    """Return the options of the gRPC server."""
    return [
        ("grpc.max_receive_message_length", receive_bytes),
        ("grpc.max_send_message_length", send_bytes),
        ("grpc.max_concurrent_streams", STREAMS),
        ("grpc.http.overload_protection", 0),  # it counts answered calls that are not freed yet, and refuses new ones
        ("grpc.max_connection_age_ms", AGE_SECONDS * 1000),
        ("grpc.max_connection_age_grace_ms", UNFINISHED_SECONDS * 1000),
        ("grpc.max_connection_idle_ms", IDLE_SECONDS * 1000),
        ("grpc.server_handshake_timeout_ms", HANDSHAKE_SECONDS * 1000),
        ("grpc.so_reuseport", 0),  # or a second server could share the port and take half of the calls
    ]
