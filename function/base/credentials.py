"""Recognizes credentials in plaintext: by their form, which is certain, or by how random they look."""

import math
import re
from collections import Counter
from itertools import pairwise

_KNOWN = (
    re.compile(r"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----"),
    re.compile(r"://[^\s/:@]{0,256}:(?![$%<{])[^\s/@]{1,256}@"),  # a password in an address
    re.compile(r"\b(AKIA|ASIA)[0-9A-Z]{16}\b"),  # AWS
    re.compile(r"\bAIza[-_0-9A-Za-z]{35}\b"),  # Google
    re.compile(r"\bgh[oprsu]_[0-9A-Za-z]{36}"),  # GitHub
    re.compile(r"\bgithub_pat_[_0-9A-Za-z]{22,}"),
    re.compile(r"\bglpat-[-_0-9A-Za-z]{20}"),  # GitLab
    re.compile(r"\bxox[abeoprs]-[-0-9A-Za-z]{10,}"),  # Slack
    re.compile(r"\b[rs]k_live_[0-9A-Za-z]{16,}"),  # Stripe
    re.compile(r"\bhv[bs]\.[-_0-9A-Za-z]{20,}"),  # Vault
    re.compile(r"\bnpm_[0-9A-Za-z]{36}\b"),
    re.compile(r"\bSG\.[-_0-9A-Za-z]{16,32}\.[-_0-9A-Za-z]{16,64}"),  # SendGrid
    re.compile(r"\beyJ[-_0-9A-Za-z]{10,2000}\.eyJ[-_0-9A-Za-z]{10,2000}\."),  # a JSON Web Token
    re.compile(r"\bS[ACNOUX][A-Z2-7]{56}\b"),  # a seed of NATS
)
_TEXT = re.compile("[-_+/=0-9A-Za-z]{20,512}")
_RUN = re.compile("[0-9A-Za-z+=]{16,512}")
_HARMLESS = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{40}", re.IGNORECASE)
"""A UUID, or the name of a commit."""
_BITS = 3.3
"""Entropy per character. Repeated and counted-up texts have less."""
_CHANGES = 0.35
"""Changes between digits, lower and upper case per character. Names have less, even if their words are joined."""


def is_credential(text: str) -> bool:
    """Return whether the text contains a credential of a known form; a reference such as $(PASSWORD) is none."""
    return any(pattern.search(text) for pattern in _KNOWN)


def looks_random(text: str) -> bool:
    """Return whether the whole text looks random, as passwords and keys do, and digests of files too."""
    if not _TEXT.fullmatch(text) or _HARMLESS.fullmatch(text):
        return False
    return any(_random(run) for run in _RUN.findall(text))


def _random(run: str) -> bool:
    classes = [(character.isdigit(), character.isupper()) for character in run]
    changes = sum(before != after for before, after in pairwise(classes))
    shares = [count / len(run) for count in Counter(run).values()]
    return changes > _CHANGES * len(run) and -sum(share * math.log2(share) for share in shares) > _BITS
