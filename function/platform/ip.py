"""Patterns of IP addresses."""

_BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
IPV4 = f"{_BYTE}([.]{_BYTE}){{3}}"
_GROUP = "[0-9a-fA-F]{1,4}"
IPV6 = f"(({_GROUP}:){{7}}{_GROUP}|({_GROUP}:){{1,6}}:({_GROUP})?|::{_GROUP}|::)"
"""All groups, or one run of zeros before the last group or at the end."""
