"""Characters and texts that a terminal or a CI system obeys when they are printed."""

import re

HOSTILE = [
    chr(code)
    for codes in (
        range(0x20),
        range(0x7F, 0xA1),
        (0xAD, 0x61C),
        range(0x200B, 0x2010),
        range(0x2028, 0x202F),
        range(0x2060, 0x2070),
        (0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFEFF, 0xFFFE, 0xE0001),
    )
    for code in codes
]
"""Control, bidirectional and other invisible characters, blanks that are no space, lone surrogates."""

COMMANDS = [
    "x\n::error file=a::CANARY",
    "x\r::set-output name=a::CANARY",
    "x\u2028::stop-commands::CANARY",
    "::add-mask::CANARY",
    "x##[error]CANARY",
    "x##vso[task.setvariable variable=a]CANARY",
    "\x1b]0;CANARY\x07",
    "\x1b[31mCANARY\x9b0m",
    "\u202eCANARY\u2066",
]
"""Texts that would be obeyed."""

_OBEYED = re.compile(r"(^|\n) *::|##[A-Za-z]*\[")


def obeyed(text: str) -> str:
    """Return what a terminal or a CI system would obey in lines of output, "" for nothing."""
    command = _OBEYED.search(text)
    return command[0] if command else "".join(found for found in text if found in HOSTILE and found != "\n")
