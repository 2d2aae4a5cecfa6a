"""A resolved entry of a binding."""

from dataclasses import dataclass

from function.apis.infra_binding.member import Made, Member


@dataclass(frozen=True)
class Entry:
    """A logical name, what it refers to, and the objects that create it."""

    section: str
    name: str
    """The logical name."""
    member: Member
    physical: str
    """The actual name that applications use."""
    made: Made
    """The objects, and why none creates what the entry refers to."""

    @property
    def path(self) -> str:
        """Return the path of the entry below `spec`."""
        return f"{self.section}.{self.name}"
