"""Why an attempt ends before its answer is known."""


class Failure(Exception):
    """Ends an attempt. Its text is the result, one of the words of function/base/preflight.py."""
