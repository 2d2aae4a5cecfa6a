"""Texts of a compose file, in which a dollar sign begins a variable."""

import re
from collections.abc import Mapping

_REFERENCE = re.compile(r"\$\$|\$\(([-._a-zA-Z][-._a-zA-Z0-9]*)\)")
"""What Kubernetes reads in the texts of a container: an escaped dollar sign, or a variable."""


def escaped(text: str) -> str:
    """Return a text that compose reads as it is."""
    return text.replace("$", "$$")


def expanded(text: str, known: Mapping[str, str]) -> str:
    """Return a text of a container for compose; `known` are variables, already as compose reads them.

    A reference to any other variable stays, as in Kubernetes.
    """
    parts: list[str] = []
    at = 0
    for match in _REFERENCE.finditer(text):
        parts.append(escaped(text[at : match.start()]))
        parts.append("$$" if match[1] is None else known.get(match[1], escaped(match[0])))
        at = match.end()
    return "".join([*parts, escaped(text[at:])])
