"""An entry of a binding with everything that is known about it."""

from dataclasses import dataclass

from function.apis.infra_binding.member import Member
from function.delivery.resource import Resource


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A logical name, what it stands for and what makes it."""

    section: str
    name: str
    """The logical name."""
    member: Member
    physical: str
    """What applications find behind the name."""
    own: tuple[Resource, ...] = ()
    """The objects that this entry alone makes, the main one first."""
    shared: tuple[Resource, ...] = ()
    """The objects that other entries may need too."""
    unmanaged: str | None = None
    """Why no object is made, or None where one is."""

    @property
    def path(self) -> str:
        """Return its place below the binding."""
        return f"{self.section}.{self.name}"
