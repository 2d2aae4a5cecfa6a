"""The gRPC server around `fn.answer`: listening, certificates, logs, graceful shutdown."""


class StartError(Exception):
    """Why the server cannot start and what to fix: certificates, address or flags."""
