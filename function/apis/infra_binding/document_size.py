"""How much room the document takes where it is stored.

An Object contains the ConfigMap twice: as it is wanted, and in its status as it was last observed.
"""

import json
from collections.abc import Mapping

from function.base.problems import describe
from function.platform.config import PlatformConfig

CONFIG_MAP_MAX = 1024 * 1024
"""The API server's limit for the texts of a ConfigMap, in bytes."""
STORED_MAX = 1536 * 1024
"""The default limit of etcd for one object, in bytes."""
_REST = 32 * 1024
"""Bytes for everything else in the object: metadata, conditions, and which manager set which field."""
_WIDEST = 6
"""The most bytes that a byte of a text takes in JSON: a control character becomes \\u0000."""
_BETWEEN = len('"": "", ')
_ESCAPED = {"<": 5, ">": 5, "&": 5, "\u2028": 3, "\u2029": 3}
"""How many more bytes a character takes in JSON as an API server stores it."""


def too_large(data: Mapping[str, str], config: PlatformConfig) -> str | None:
    """Return why the document cannot be stored, or None."""
    size = sum(len(text.encode()) for text in data.values())
    if size > CONFIG_MAP_MAX:
        what = f"the document of the binding is {size} bytes, but a ConfigMap is limited to {CONFIG_MAP_MAX}"
        return describe(what, hint="split the binding")
    if _copies(config) * _bytes_max(data) + _REST <= STORED_MAX:
        return None
    stored = _copies(config) * _bytes(data) + _REST
    if stored > STORED_MAX:
        what = f"the document of the binding takes {stored} bytes in its Object, but etcd is limited to {STORED_MAX}"
        return describe(what, hint="split the binding")
    return None


def _copies(config: PlatformConfig) -> int:
    return 2 if config.delivery == "object" else 1


def _bytes_max(data: Mapping[str, str]) -> int:
    """Return a number that the length of the JSON never exceeds, without writing the JSON."""
    return sum(_WIDEST * (len(name.encode()) + len(text.encode())) + _BETWEEN for name, text in data.items()) + 2


def _bytes(data: Mapping[str, str]) -> int:
    encoded = json.dumps(data, ensure_ascii=False)
    return len(encoded.encode()) + sum(encoded.count(character) * more for character, more in _ESCAPED.items())
