"""Makes messages of other programs safe for a status: one line, stable, and without anything like a credential."""

import re

_MAX_INPUT = 4000
_MAX_OUTPUT = 240

_WRAPPING = re.compile(r"^(?:(?:observe|create|update|connect|delete) failed: )?(?:cannot [a-zA-Z ]{2,40}: )*")
_POD = re.compile(r'^(?:Error creating: )?pods "[^"]*" is forbidden: ')
_VALUE = re.compile(r"\b((?:Invalid|Unsupported|Duplicate) value): ")
_VALUE_PART = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?$)|[\[{(]|[\]})]|[:,]')  # a text may have been cut within quotes
_NAMED = r"pass(?:word|wd|phrase)|pwd|token|api-?key|(?:secret|private)(?:[-_]?access)?[-_]?key|secret|credential"
_QUOTED = r'\\"(?:[^"\\]|\\[^"])*(?:\\?"|\\?$)|"(?:[^"\\]|\\.)*(?:"|\\?$)'
_RANDOM = "[bcdfghjklmnpqrstvwxz2456789]"
"""The alphabet that Kubernetes uses for the random parts of names."""
_START, _END = "(?<![0-9A-Za-z])", "(?![0-9A-Za-z])"
"""Where a name or number starts and ends. Unlike `\\b`, they match next to the `_` that joins name and namespace."""
_REPLACED = (
    # the last @ ends the credentials, because a password may contain one; a digest of an image follows another
    (re.compile(r"://[^\s\"']{0,1000}@(?!sha256:)"), "://…@"),
    (re.compile(r"(?i)\b(bearer|basic) [^\s,;]+"), r"\1 …"),
    (
        re.compile(rf"(?i)({_NAMED}|authorization)(?:\\?[\"'])? ?[=:] ?(?:{_QUOTED}|'[^']*'?|[^\s,;]+)"),
        r"\1=…",
    ),
    (re.compile(r"[?&][^\s\"']*"), ""),
    # the kubelet ends messages with (pod: "name_namespace(uid)", container: main)
    (re.compile(r' ?\(pod: "[^"]{1,400}"[^()"]{0,100}\)'), ""),
    (re.compile(rf"{_START}[0-9a-f]{{8}}-[0-9a-f]{{4}}-[0-9a-f]{{4}}-[0-9a-f]{{4}}-[0-9a-f]{{12}}{_END}"), "…"),
    (re.compile(rf"{_START}\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d\S*"), "…"),
    (re.compile(rf"{_START}\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?::\d+)?(?:->[\d.:]*\d)?"), "…"),
    # <deployment>-<hash of the template>-<random>
    (re.compile(rf"-{_RANDOM}{{6,10}}-(?:{_RANDOM}{{5}})?{_END}"), "-…"),
    (re.compile(r"[-A-Za-z0-9+/_=]{40,}"), "…"),
)


def sanitize(text: str) -> str:
    """Return the essential part of a message, at most 240 characters, without the prefixes added along the way."""
    text = " ".join(text[:_MAX_INPUT].split())
    text = _without_values(_POD.sub("", _WRAPPING.sub("", text)))
    for pattern, replacement in _REPLACED:
        text = pattern.sub(replacement, text)
    text = text.strip(" .:")
    return text if len(text) <= _MAX_OUTPUT else text[: _MAX_OUTPUT - 1] + "…"


def _without_values(text: str) -> str:
    """Return the text without the rejected values: they may contain any variable of the user, also within JSON."""
    kept, position = [], 0
    while found := _VALUE.search(text, position):
        kept += [text[position : found.start()], found[1]]
        position = _value_end(text, found.end())
    return "".join([*kept, text[position:]])


def _value_end(text: str, start: int) -> int:
    """Return where a value ends: at the first colon, comma or closing bracket that is in no quotes and brackets."""
    depth = 0
    for part in _VALUE_PART.finditer(text, start):
        if part[0] in ("[", "{", "("):
            depth += 1
        elif depth and part[0] in ("]", "}", ")"):
            depth -= 1
        elif not depth and not part[0].startswith('"'):
            return part.start()
    return len(text)
