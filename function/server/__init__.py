"""The gRPC server around `fn.answer`: listening, certificates, logs, orderly stop."""


class StartError(Exception):
    """Something outside that must be put right first: certificates, address, flags."""
