"""Field names that users know from Kubernetes or other tools, and what this API has instead."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Habit:
    """A name that is not a field: `use` is the field to write instead, if there is one, and `hint` how or why.

    `use` is relative to the object, or starts with `spec.`. `covers` is the required field that the habit stands for:
    only one of the two mistakes is reported.
    """

    use: str = ""
    hint: str = ""
    covers: str = ""
