"""What is taken out of a claim because it is rejected."""

from typing import NamedTuple

from function.base.manifest import Json
from function.base.problems import Problem


class Rejected(NamedTuple):
    """A field or list item, why it is rejected, where it was in the claim, and its value."""

    problem: Problem
    place: tuple[str | int, ...]
    value: Json
