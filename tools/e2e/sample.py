"""How many of the generated documents scenarios try: all of them take longer than all other scenarios."""

from collections.abc import Mapping

VARIABLE = "E2E_SAMPLE"
TOGETHER = 5
"""When all scenarios run."""


def sample(environment: Mapping[str, str]) -> int:
    """Return N if one document of N is tried; raises ValueError."""
    text = environment.get(VARIABLE, "1")
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= TOGETHER):
        raise ValueError(f"{VARIABLE}: not a number from 1 to {TOGETHER}: {text}")
    return int(text)
