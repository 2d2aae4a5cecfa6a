"""Why the server cannot start, in one line for whoever starts it."""


class StartError(Exception):
    """Something outside that must be put right first: certificates, address, flags."""
