"""Recognizes credentials that a variable brings into a text, by the name of the variable."""

from function.base.credentials.evidence import evidence

REFERENCE = "secret://"


def reveals(name: str, value: str) -> bool:
    """Return whether the value of a variable is a credential; a reference is none.

    In a text with a REFERENCE of its own, values are parts of one: the caller passes by such texts.
    """
    return not value.startswith(REFERENCE) and evidence(value, name) == "key"
