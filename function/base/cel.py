"""Values and field names in CEL syntax."""

import json
import re

from function.base.manifest import Json

_RESERVED = re.compile(
    "as|break|const|continue|else|false|for|function|if|import|in|let|loop|namespace|null|package|return|true|var|void|while"
)
_ESCAPES = (("__", "__underscores__"), (".", "__dot__"), ("-", "__dash__"), ("/", "__slash__"))


def literal(value: Json) -> str:
    """Return a string, number or boolean in CEL syntax."""
    if isinstance(value, str):
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return json.dumps(value)


def property_name(name: str) -> str:
    """Return a field's name in CEL syntax; raise ValueError if CEL cannot refer to it."""
    if _RESERVED.fullmatch(name):
        return f"__{name}__"
    escaped = name
    for character, escape in _ESCAPES:
        escaped = escaped.replace(character, escape)
    if not re.fullmatch("[a-zA-Z_][a-zA-Z0-9_]*", escaped):
        raise ValueError(f"{name}: a CEL rule cannot refer to this field")
    return escaped
