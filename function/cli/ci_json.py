"""JSON that may be printed to the log of a CI system."""

import json

from function.base.manifest import Json


def serialized(value: Json, *, indent: int | None = None) -> str:
    """Return ASCII, with an escape within ##[error] and ##vso[...], which CI systems execute in any line."""
    return json.dumps(value, indent=indent).replace("##", r"#\u0023")
