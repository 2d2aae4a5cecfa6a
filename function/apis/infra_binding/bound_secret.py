"""The Kubernetes Secret behind a logical name of `secrets`."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class BoundSecret:
    """A Secret in the binding's namespace, to which references of other entries are resolved."""

    name: str
    """The name of the Secret."""
    existing: bool
    """Whether the Secret already exists and is not created by the binding."""
    keys: tuple[str, ...]
    """The keys to fetch from a store, sorted; none if the Secret exists or no key is listed or referenced."""
