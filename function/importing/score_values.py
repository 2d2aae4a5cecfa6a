"""Texts of Score files with their placeholders."""

import re
from collections.abc import Mapping

from function.base.manifest import Json

_PLACEHOLDER = re.compile(r"\$(?:\$|\{metadata\.([a-z]+)\})")
_ESCAPED = "$"


def resolved(value: Json, metadata: Mapping[str, str]) -> str | None:
    """Return a text with the metadata that it refers to, or None if it refers to anything else, such as a resource.

    As in Score, $$ stands for $.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value)
    names = [name for name in _PLACEHOLDER.findall(text) if name]
    if "${" in _PLACEHOLDER.sub("", text) or any(name not in metadata for name in names):
        return None
    return _PLACEHOLDER.sub(lambda match: metadata[match[1]] if match[1] else _ESCAPED, text)
