"""The numbers of ports."""

from typing import TypeGuard

from function.base.manifest import Json

LAST_PORT = 65535


def is_port(value: Json) -> TypeGuard[int]:
    """Return whether a value is the number of a port."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= LAST_PORT


def port_of(text: str) -> int | None:
    """Return the port that a text in digits names, or None."""
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(LAST_PORT))
    return int(text) if is_number and is_port(int(text)) else None
