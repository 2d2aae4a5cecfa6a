"""Objects that are decoded when they are read, and what reading them may raise."""

from abc import abstractmethod
from collections.abc import Mapping

from function.base.manifest import Json
from function.base.problems import Problem

_SHOWN = 80


class UndecodableError(ValueError):
    """Bytes that hold no JSON object; `path` is where, truncated if it is long."""

    def __init__(self, path: str, message: str) -> None:
        self.path = path if len(path) <= _SHOWN else f"{path[:_SHOWN]}…"
        self.message = message
        super().__init__(f"{self.path}: {message}" if path else message)

    @property
    def problem(self) -> Problem:
        """Return the error as a problem of the input."""
        return Problem(path=self.path, message=self.message, code="EP111")


class Undecoded(Mapping[str, Json]):
    """A read-only object whose parts are decoded when they are read; reading raises UndecodableError."""

    __slots__ = ()

    @abstractmethod
    def mentions(self, text: str) -> bool:
        """Return whether the text occurs anywhere in the object, without decoding it."""
