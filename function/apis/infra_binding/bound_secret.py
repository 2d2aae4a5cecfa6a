"""What is behind a logical name of `secrets`: a Kubernetes Secret, or environment variables."""

from collections.abc import Mapping
from dataclasses import dataclass

from function.base.manifest import Manifest

WHOLE = "value"
"""The key of a created Secret that contains a whole secret, as it is in its store."""


@dataclass(frozen=True, kw_only=True)
class BoundSecret:
    """What references of other entries are resolved to."""

    name: str
    """The name of the Secret in the binding's namespace, or the names of the environment variables."""
    existing: bool
    """Whether the Secret already exists and is not created by the binding."""
    keys: tuple[str, ...]
    """The keys to fetch from a store, sorted; none if the Secret exists or no key is listed or referenced."""
    whole: bool = False
    """Whether the whole secret is fetched as well, into the key WHOLE."""
    only_key: str | None = None
    """The key that stands for the whole secret, if it has only one."""
    variables: Mapping[str, str] | None = None
    """The environment variable of each key, if the application reads these instead of a Secret."""

    @property
    def fetched(self) -> bool:
        """Return whether anything is fetched."""
        return bool(self.keys) or self.whole

    def source(self, key: str) -> Manifest:
        """Return where an application finds a key; "" is the whole secret."""
        if self.variables is not None:
            return {"env": self.variables.get(key or self.only_key or "", "")}
        return {"secretKeyRef": {"name": self.name, "key": key or self.only_key or WHOLE}}
