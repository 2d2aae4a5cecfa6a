"""JSON that may be printed to the log of a CI system."""

import json

from function.base.manifest import Json


def serialized(value: Json, *, indent: int | None = None) -> str:
    """Return ASCII in which nothing is executed."""
    return without_commands(json.dumps(value, indent=indent))


def without_commands(text: str) -> str:
    """Return JSON with an escape within ##[error] and ##vso[...], which CI systems execute in any line."""
    return text.replace("##", r"#\u0023")
