"""Field names that users know from Kubernetes or other tools, and what this API has instead."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Habit:
    """A name that is not a field: `use` is the field to write instead, if there is one, and `hint` how or why.

    `use` is relative to the object, or starts with `spec.`. `covers` is the required field that the habit stands for:
    only one of the two mistakes is reported. `same` is whether the value means the same in `use`.
    """

    use: str = ""
    hint: str = ""
    covers: str = ""
    same: bool = True

    @property
    def rename(self) -> str:
        """Return the field of the same object that takes the value as it is, or ""."""
        return self.use if self.same and not self.hint and self.use.isidentifier() else ""
