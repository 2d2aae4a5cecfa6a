"""A part of a binding that asks for objects and is no entry of a section, process, or part of `monitoring`."""

from collections.abc import Collection
from dataclasses import dataclass

from function.apis.infra_binding.member import Made


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What becomes of such a part."""

    path: str
    """The path of the part below `spec`, such as network_policies.jobs."""
    physical: str
    """The name of its object, or what its objects are for if there are several."""
    made: Made
    wants: Collection[str]
    """The keys of the objects that the binding asks for, regardless of the platform's settings."""
