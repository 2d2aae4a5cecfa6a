"""How CEL writes values and field names."""

import json
import re

from function.base.manifest import Json

_RESERVED = re.compile(
    "as|break|const|continue|else|false|for|function|if|import|in|let|loop|namespace|null|package|return|true|var|void|while"
)
_ESCAPES = (("__", "__underscores__"), (".", "__dot__"), ("-", "__dash__"), ("/", "__slash__"))


def literal(value: Json) -> str:
    """Return a string, number or boolean as CEL writes it."""
    if isinstance(value, str):
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return json.dumps(value)


def property_name(name: str) -> str:
    """Return a field's name as CEL has to spell it; raise ValueError where CEL cannot name it at all."""
    if _RESERVED.fullmatch(name):
        return f"__{name}__"
    escaped = name
    for plain, spelt in _ESCAPES:
        escaped = escaped.replace(plain, spelt)
    if not re.fullmatch("[a-zA-Z_][a-zA-Z0-9_]*", escaped):
        raise ValueError(f"{name}: a CEL rule cannot name this field")
    return escaped
