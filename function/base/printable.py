"""Sanitizes external text: escapes characters that terminals or CI systems interpret."""

import re

_NOT_ASCII_TEXT = re.compile("[^ -~]")
_LINE_COMMAND = re.compile("\\A *:(?=:)")
"""GitHub executes a line that begins with ::error or another command."""
_INNER_COMMAND = re.compile(r"#(?=#[A-Za-z]*\[)")
"""##[error] and ##vso[...] are executed wherever they occur in a line, by GitHub and by Azure Pipelines."""


def printable(text: str) -> str:
    """Return the text on one line, with escapes for what is not printable or what a CI system executes.

    Escaped are control, bidirectional and other invisible characters, all blanks but the space, and lone surrogates.
    A text that has been through this is returned as it is.
    """
    if text.isascii() and text.isprintable() and "::" not in text and "##" not in text:
        return text
    shown = _NOT_ASCII_TEXT.sub(_escaped, text)
    return _INNER_COMMAND.sub(r"\\x23", _LINE_COMMAND.sub(lambda match: match[0][:-1] + r"\x3a", shown))


def _escaped(match: re.Match[str]) -> str:
    return match[0] if match[0].isprintable() else repr(match[0])[1:-1]
