"""Environment variables that the application reads, for environments without a store of secrets."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.member import Made
from function.apis.infra_binding.sections.secret_stores._section import Secret
from function.base.identity import Identity
from function.base.meta import Meta
from function.base.problems import Problem, describe, join
from function.base.types import ConfigKey, EnvName
from function.base.unique import duplicates
from function.platform.config import PlatformConfig


class Variable(Binding):
    """The environment variable of one key."""

    key: ConfigKey
    """Key to which entries refer."""
    name: EnvName
    """Name of the variable, never its value."""


class Model(Secret):
    """A secret that the application reads from environment variables. They have no defaults: those would be secrets."""

    provider: Literal["env"]
    variables: Annotated[list[Variable], Field(min_length=1, max_length=64)]
    """The variable of each key. Whoever deploys the application sets them."""

    def known_keys(self) -> Sequence[str] | None:
        """Return the keys."""
        return [variable.key for variable in self.variables]

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield a problem if two variables are for the same key."""
        for key in duplicates([variable.key for variable in self.variables]):
            message = describe("keys must be unique", got=f"duplicate '{key}'")
            yield Problem(path=join(path, "variables"), message=message, code="EP201")

    def bound(self, name: str, references: Collection[str], identity: Identity) -> BoundSecret:
        """Return the variables; a single one stands for the whole secret."""
        variables = {variable.key: variable.name for variable in self.variables}
        return BoundSecret(
            name=", ".join(sorted(set(variables.values()))),
            existing=True,
            keys=(),
            only_key=next(iter(variables)) if len(variables) == 1 else None,
            variables=variables,
        )

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return nothing: a function cannot set variables of an application that it does not deploy."""
        return Made(unmanaged="the application reads it from environment variables; they must be set")
