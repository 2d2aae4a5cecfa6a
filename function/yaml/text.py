"""Decodes the bytes of a file to text that libyaml can read."""

import re
from itertools import islice

from function.base.problems import describe
from function.yaml.node import Range, SyntaxProblem

_CONTROL = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_JSON_ASTRAL = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_TAG_DIRECTIVE = re.compile("(?:\\A|[\r\n\x85\u2028\u2029])(%TAG)")
_TAG_DIRECTIVES_MAX = 100
"""libyaml compares each tag directive with all others, so a megabyte of them takes minutes."""
BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What ends a line."""


def text(content: bytes) -> str | SyntaxProblem:
    """Return the text without its byte order mark, or the problem if the bytes are not text."""
    try:
        decoded = content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _at(content[: error.start].decode("utf-8").removeprefix("\ufeff"))
        return SyntaxProblem("EP002", describe("not UTF-8 text", hint="save the file as UTF-8"), place)
    decoded = decoded.removeprefix("\ufeff")
    control = _CONTROL.search(decoded)
    if control:
        message = describe(
            f"control character U+{ord(control[0]):04X}, which YAML does not allow",
            hint="remove it or use an escape sequence",
        )
        return SyntaxProblem("EP002", message, _at(decoded[: control.start()]))
    excess = next(islice(_TAG_DIRECTIVE.finditer(decoded), _TAG_DIRECTIVES_MAX, None), None)
    if excess:
        message = describe(f"more than {_TAG_DIRECTIVES_MAX} %TAG directives", hint="write the tags out")
        return SyntaxProblem("EP005", message, _at(decoded[: excess.start(1)]))
    return _JSON_ASTRAL.sub(_character, decoded) if decoded.lstrip().startswith(("{", "[")) else decoded


def _character(pair: re.Match[str]) -> str:
    """Return the character that JSON escapes as two surrogates; YAML does not support such escapes."""
    high, low = int(pair[2], 16), int(pair[3], 16)
    return pair[1] + chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _at(before: str) -> Range:
    lines = BREAK.split(before)
    line, column = len(lines), len(lines[-1]) + 1
    return Range(line, column, line, column + 1)
