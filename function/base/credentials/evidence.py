"""Judges whether a text is a credential, by everything that is known about it."""

import re
from typing import Literal

from function.base.credentials.entropy import looks_random
from function.base.credentials.forms import is_credential
from function.base.credentials.keys import is_held_elsewhere, names_credential

Evidence = Literal["form", "key", "entropy"]
"""The first two are certain; entropy is a suspicion."""
_DIGEST_KEY = re.compile("(?i)checksum|digest|fingerprint|hash|sha(?:1|256|512)")
_DIGEST = re.compile("[0-9a-fA-F]+")


def evidence(text: str, key: str = "") -> Evidence | None:
    """Return what shows that the text under a key is a credential, the strongest first, or None."""
    if is_credential(text, key):
        return "form"
    random = looks_random(text)
    if names_credential(key) and (random or not is_held_elsewhere(text)):
        return "key"
    if random and not (_DIGEST_KEY.search(key) and _DIGEST.fullmatch(text)):
        return "entropy"
    return None
