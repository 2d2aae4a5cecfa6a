"""The gRPC server around `fn.answer`: listening, certificates, logs, graceful shutdown."""


class StartError(Exception):
    """The server cannot start because of its certificates, address or flags; the message says what to fix."""
