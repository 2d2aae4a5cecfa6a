"""Recognizes texts that look random, as passwords and keys do."""

import math
import re
from collections import Counter
from itertools import pairwise

_TEXT = re.compile("[-_+/=0-9A-Za-z]{20,512}")
_RUN = re.compile("[0-9A-Za-z+=]{16,512}")
_HARMLESS = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{40}", re.IGNORECASE)
"""A UUID, or the name of a commit."""
_BITS = 3.3
"""Entropy per character. Repeated and counted-up texts have less."""
_CHANGES = 0.35
"""Changes between digits, lower and upper case per character. Names have less, even if their words are joined."""


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
