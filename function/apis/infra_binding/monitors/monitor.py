"""A part of the section `monitoring`, with its objects."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from function.apis.infra_binding.member import Made
from function.base.manifest import Json


@dataclass(frozen=True, kw_only=True)
class Monitor:
    """A field of `monitoring`, such as `metrics`."""

    name: str
    """The field."""
    physical: str
    """What it is: the type, or the name of its object."""
    made: Made
    wants: Collection[str] = ()
    """The keys of the objects that the binding asks for, regardless of the platform's settings."""
    described: Mapping[str, Json] = field(default_factory=dict)
    """What else the document says about it, such as what applications need in order to take part."""
    changed: Mapping[str, str] = field(default_factory=dict)
    """What is used instead of values that are not used exactly as written, by their fields."""
    unmanaged: Mapping[str, str] = field(default_factory=dict)
    """Why items of it have no object, by their places below it."""

    @property
    def path(self) -> str:
        """Return the path of the field below `spec`."""
        return f"monitoring.{self.name}"
