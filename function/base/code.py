"""A code of a problem, which scripts match on."""

from typing import NamedTuple


class Code(NamedTuple):
    """One code: what it means, and what to do."""

    name: str
    meaning: str
    remedy: str
