"""Writes YAML that YAML 1.1, YAML 1.2, and the API server read the same way."""

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from function.base.manifest import Json, Manifest

_PLAIN = re.compile("[A-Za-z0-9_/$(]([ -~]*[!-~])?")
_BROKEN = re.compile(":( |$)| #")
_WORD = re.compile("y|n|yes|no|on|off|true|false|null", re.IGNORECASE)
_NUMBER = re.compile("[0-9][-+.,:_0-9a-fA-FoOxXtTzZ ]*")
"""Text that some reader interprets as an integer, a float, a base 60 number, or a date."""
_UNPRINTABLE = (
    "\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff"
)
"""Control, bidirectional, and other invisible characters, and lone surrogates."""
_CI_COMMAND = re.compile(r"#(?=#[A-Za-z]*\[)")
"""##[error] and ##vso[...], which CI systems execute anywhere in a line."""
_ESCAPED = re.compile(f"[{_UNPRINTABLE}]|{_CI_COMMAND.pattern}")
_NO_BLOCK = re.compile(
    f"\\A[ \t\n]|[ \t](\n|\\Z)|[\x00-\x08\x0b-\x1f{_UNPRINTABLE}]|(\\A|\n)[ \t]*::|{_CI_COMMAND.pattern}"
)
"""Text that a literal block cannot contain or show: control characters, spaces at the end of a line, CI commands."""
_KEY_MAX = 1000
"""libyaml reads a key without a question mark only up to 1024 characters."""


def dump(documents: Iterable[Manifest]) -> str:
    """Return the documents in block style, with keys in their own order and without aliases.

    Raises ValueError for a number that JSON does not support.
    """
    return "---\n".join("".join(f"{line}\n" for line in _lines(document)) for document in documents)


def _lines(value: Json) -> list[str]:
    if isinstance(value, Mapping) and value:
        return [line for key, item in value.items() for line in _entry(key, item)]
    if isinstance(value, Sequence) and value and not isinstance(value, str):
        return [line for item in value for line in _hanging("- ", item)]
    if isinstance(value, str) and "\n" in value and not _NO_BLOCK.search(value):
        return _block(value)
    return [_inline(value)]


def _entry(key: str, value: Json) -> Iterator[str]:
    name, lines = _text(key), _lines(value)
    if len(name) > _KEY_MAX:
        yield f"? {name}"
        yield from _hanging(": ", value)
    elif isinstance(value, Mapping | Sequence) and value and not isinstance(value, str):
        yield f"{name}:"
        yield from map(_indented, lines)
    else:
        yield f"{name}: {lines[0]}"
        yield from map(_indented, lines[1:])


def _hanging(mark: str, value: Json) -> Iterator[str]:
    first, *others = _lines(value)
    yield mark + first
    yield from map(_indented, others)


def _indented(line: str) -> str:
    return f"  {line}" if line else ""


def _block(text: str) -> list[str]:
    ends = len(text) - len(text.rstrip("\n"))
    return [("|-", "|", "|+")[min(ends, 2)], *text.removesuffix("\n").split("\n")]


def _inline(value: Json) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, Sequence):
        return "[]"
    return _float(value) if isinstance(value, float) else json.dumps(value)


def _float(number: float) -> str:
    if not math.isfinite(number):
        raise ValueError(f"cannot write {number} as YAML: JSON does not support this number")
    shown = repr(number)
    # YAML 1.1 reads 1e-07 as a string, because a float needs a point there
    return shown if "." in shown else shown.replace("e", ".0e")


def _text(text: str) -> str:
    """Return a string without quotes if every reader reads it as a string, otherwise in double quotes."""
    plain = _PLAIN.fullmatch(text) and not _BROKEN.search(text) and not _CI_COMMAND.search(text)
    if plain and not _WORD.fullmatch(text) and not _NUMBER.fullmatch(text):
        return text
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
