"""Messages of other programs, made safe for a status: one line, stable, and free of anything like a credential."""

import re

_MOST_READ = 4000
_MOST_KEPT = 240

_WRAPPING = re.compile(r"^(?:(?:observe|create|update|connect|delete) failed: )?(?:cannot [a-zA-Z ]{2,40}: )*")
_POD = re.compile(r'^(?:Error creating: )?pods "[^"]*" is forbidden: ')
_QUOTED = r'"(?:[^"\\]|\\.)*(?:"|\\?$)'  # a text may have been cut within
_REPLACED = (
    # what the API server was given: anyone's variable may be in it
    (re.compile(rf"\b((?:Invalid|Unsupported|Duplicate) value): (?:{_QUOTED}|[^:,]*)"), r"\1"),
    (re.compile(r"://[^/@\s]*@"), "://…@"),
    (re.compile(r"(?i)\b(bearer|basic) [^\s,;]+"), r"\1 …"),
    (
        re.compile(r"(?i)(password|passwd|token|api-?key|secret|credential|authorization) ?[=:] ?[^\s,;]+"),
        r"\1=…",
    ),
    (re.compile(r"[?&][^\s\"']*"), ""),
    (re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"), "…"),
    (re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*"), "…"),
    (re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?:->[\d.:]*\d)?"), "…"),
    # <deployment>-<hash of the template>-<random>, in the alphabet that Kubernetes makes such names of
    (re.compile(r"-[bcdfghjklmnpqrstvwxz2456789]{6,10}-(?:[bcdfghjklmnpqrstvwxz2456789]{5})?\b"), "-…"),
    (re.compile(r"[-A-Za-z0-9+/_=]{40,}"), "…"),
)


def sanitize(text: str) -> str:
    """Return the essence of a message, at most 240 characters, without the words that only say who passed it on."""
    text = " ".join(text[:_MOST_READ].split())
    text = _POD.sub("", _WRAPPING.sub("", text))
    for pattern, replacement in _REPLACED:
        text = pattern.sub(replacement, text)
    text = text.strip(" .:")
    return text if len(text) <= _MOST_KEPT else text[: _MOST_KEPT - 1] + "…"
