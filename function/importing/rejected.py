"""What is taken out of a claim because it is rejected."""

from typing import NamedTuple

from function.base.manifest import Json
from function.base.problems import Problem, join

_MISSING = "EP101"


class Rejected(NamedTuple):
    """A field or list item, why it is rejected, where it was in the claim, and its value."""

    problem: Problem
    place: tuple[str | int, ...]
    value: Json

    @property
    def reason(self) -> str:
        """Return the message, with the name of the field below the place if that is missing."""
        below = self.problem.path.removeprefix(join("", *self.place)).removeprefix(".")
        return f"{below}: {self.problem.message}" if below and self.problem.code == _MISSING else self.problem.message
