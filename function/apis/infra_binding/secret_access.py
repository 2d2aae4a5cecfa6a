"""Stores of secrets: what identifies one, and which of them the platform lets a binding read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from function.apis.breach import breach
from function.base.manifest import Manifest
from function.base.problems import Problem, join


@dataclass(frozen=True)
class Store:
    """A SecretStore. Secrets of a binding with equal stores share one, so the name must identify its settings."""

    name: str
    provider: Manifest


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A setting of a store, from the entry or from the platform.

    A store receives the token of a ServiceAccount, so an entry can only choose what the platform uses itself or lists.
    """

    field: str
    """The field of the entry, below it."""
    given: str | None
    """What the entry says."""
    own: str | None
    """What the platform says."""
    allowed: Sequence[str]
    """What else the platform lists."""
    policy: str
    """The field of PlatformConfig.spec.policy that lists it."""
    required: str = ""
    """The field of PlatformConfig.spec with the platform's value, if the store cannot do without one."""

    @property
    def value(self) -> str | None:
        """Return what applies."""
        return self.given or self.own

    @property
    def foreign(self) -> bool:
        """Return whether the entry says what the platform neither uses nor lists."""
        listed = {name.rstrip("/") for name in (*self.allowed, self.own) if name}
        return self.given is not None and self.given.rstrip("/") not in listed


def violations(path: str, settings: Iterable[Setting]) -> Iterator[Problem]:
    """Yield each setting that nobody sets, and each that the platform does not allow; `path` is that of the entry."""
    for setting in settings:
        where = join(path, setting.field)
        if setting.foreign:
            yield breach(where, "differs from the platform settings", setting.policy)
        elif setting.required and setting.value is None:
            section, _, name = f"PlatformConfig.spec.{setting.required}".rpartition(".")
            message = f"required, because {section} does not set {name}"
            yield Problem(path=where, message=message, code="EP412", setting=f"{section}.{name}")
