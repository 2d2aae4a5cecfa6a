"""Recognizes credentials that a variable brings into a text, by the name of the variable."""

from function.base.credentials.evidence import evidence

_REFERENCE = "secret://"


def reveals(text: str, name: str, value: str) -> bool:
    """Return whether the value of a variable in a text is a credential; a reference, or part of one, is none."""
    return _REFERENCE not in text and not value.startswith(_REFERENCE) and evidence(value, name) == "key"
