"""Asks another version of the function, over gRPC, what it answers to a request."""


class CallError(Exception):
    """Another version cannot be started or called; the text is for the user."""
