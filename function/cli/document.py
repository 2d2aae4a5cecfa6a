"""Results other than findings, as JSON."""

import json
import re

from function.base.manifest import Json
from function.cli.ci_json import without_commands

_NOT_ASCII_TEXT = re.compile("[^\n -~]")


def document(value: Json) -> str:
    """Return JSON for programs, in UTF-8, with escapes for what a terminal or a CI system interprets."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return _NOT_ASCII_TEXT.sub(_escaped, without_commands(text)) + "\n"


def _escaped(match: re.Match[str]) -> str:
    return match[0] if match[0].isprintable() else json.dumps(match[0])[1:-1]
