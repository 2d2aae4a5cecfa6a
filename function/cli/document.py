"""Results other than findings, as JSON."""

import json

from function.base.manifest import Json


def document(value: Json) -> str:
    """Return JSON for programs, in UTF-8."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
