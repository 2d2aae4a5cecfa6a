"""What the errors of PostgreSQL mean for a preflight. Only their codes are read, never their texts."""

from function.base.preflight import LOGIN_REFUSED, NOT_READABLE, UNAVAILABLE, UNEXPECTED, UNKNOWN_DATABASE

_CODES = {
    "28000": LOGIN_REFUSED,
    "28P01": LOGIN_REFUSED,
    "3D000": UNKNOWN_DATABASE,
    "42501": NOT_READABLE,
}
_CLASSES = {"53": UNAVAILABLE, "57": UNAVAILABLE}
"""Too little of a resource, such as connections, and what an operator does, such as a restart."""


def meaning(error: bytes) -> str:
    """Return the result for the content of an error: fields, each with a letter first and a zero byte at its end."""
    code = next((field[1:] for field in error.split(b"\0") if field[:1] == b"C"), b"").decode("ascii", "replace")
    return _CODES.get(code) or _CLASSES.get(code[:2], UNEXPECTED)
