"""The Kubernetes Secret that a logical name of `secrets` stands for."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class BoundSecret:
    """A Secret in the binding's namespace; references of other entries become references to it."""

    name: str
    existing: bool
    """Whether someone else makes it."""
    keys: tuple[str, ...]
    """The keys to fetch from a store, sorted; none where the Secret exists or no key is listed or referred to."""
