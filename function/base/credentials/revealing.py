"""Recognizes credentials that a variable brings into a text, by the name of the variable."""

from function.base.credentials.evidence import evidence
from function.base.problems import describe

REFERENCE = "secret://"


def revealed(name: str, value: str) -> str | None:
    """Return the message if the value of a variable is a credential; a reference is none.

    In a text with a REFERENCE of its own, values are parts of one: the caller passes by such texts.
    """
    if value.startswith(REFERENCE) or evidence(value, name) != "key":
        return None
    return describe(
        f"the value of ${{{name}}} is a plaintext credential, as the name of the variable says",
        hint="move it to a secret store and refer to it as secret://name/key",
    )
