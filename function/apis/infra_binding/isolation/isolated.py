"""A part of the section `network_policies`, with its objects."""

from collections.abc import Collection
from dataclasses import dataclass

from function.apis.infra_binding.member import Made


@dataclass(frozen=True, kw_only=True)
class Isolated:
    """Pods whose traffic the binding limits."""

    name: str
    """The place of the part below the section, such as `jobs`."""
    physical: str
    """The name of the NetworkPolicy, or which pods it is for if there are several."""
    made: Made
    wants: Collection[str]
    """The keys of the objects that the binding asks for, regardless of the platform's settings."""

    @property
    def path(self) -> str:
        """Return the path of the part below `spec`."""
        return f"network_policies.{self.name}"
