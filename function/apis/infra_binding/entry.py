"""A resolved entry of a binding."""

from dataclasses import dataclass

from function.apis.infra_binding.member import Member
from function.delivery.resource import Resource


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A logical name, what it refers to, and the objects that create it."""

    section: str
    name: str
    """The logical name."""
    member: Member
    physical: str
    """The actual name that applications use."""
    own: tuple[Resource, ...] = ()
    """The objects that only this entry needs, the main one first."""
    shared: tuple[Resource, ...] = ()
    """The objects that other entries may also need."""
    unmanaged: str | None = None
    """Why no object is created, or None if one is."""

    @property
    def path(self) -> str:
        """Return the path of the entry below `spec`."""
        return f"{self.section}.{self.name}"
