"""What all secrets have in common: other entries refer to their keys."""

from abc import abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.member import Member
from function.base.identity import Identity


class Secret(Member):
    """A secret of the binding: its location, never its value."""

    singular = "secret"
    has_file = False

    @abstractmethod
    def known_keys(self) -> Sequence[str] | None:
        """Return the keys that references may use, or None for any key."""

    @abstractmethod
    def bound(self, name: str, references: Collection[str], identity: Identity) -> BoundSecret:
        """Return what `references` to this secret are resolved to; each is a key, or "" for the whole secret."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the Secret."""
        return secrets[name].name

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return nothing: several logical names may refer to the same Secret."""
        return ()
