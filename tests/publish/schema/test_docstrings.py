from typing import ClassVar

from function.base.model import Spec
from function.publish.schema.docstrings import docstrings


class Cache(Spec):
    """A cache."""

    kind: ClassVar[str] = "cache"
    """No field."""
    max_entries: int = 10
    """Entries at most,
    in two lines."""
    evict: bool = False
    names: list[str] = []

    """Below no field."""

    def size(self) -> int:
        """Return the size."""
        return self.max_entries


class Large(Cache):
    """An heir."""

    evict: bool = True
    """Whether entries go."""


def test_a_string_right_below_a_field_is_its_docstring() -> None:
    assert docstrings(Cache)["max_entries"] == "Entries at most,\nin two lines."


def test_nothing_else_is_one() -> None:
    assert docstrings(Cache).keys() == {"max_entries", "names"}


def test_those_of_inherited_fields_are_kept() -> None:
    assert docstrings(Large) == {**docstrings(Cache), "evict": "Whether entries go."}
