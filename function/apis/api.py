"""What an API is called and made of; everything else about it is generated from this."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from function.base.condition import Effect
from function.base.model import Spec
from function.base.types import DNS_LABEL

VERSION = "v1alpha1"
S_co = TypeVar("S_co", bound=Spec, covariant=True)


@dataclass(frozen=True)
class Column:
    """A column of `kubectl get`; priority 1 is shown with -o wide only."""

    name: str
    path: str
    type: Literal["string", "integer", "boolean", "date"] = "string"
    priority: Literal[0, 1] = 0


@dataclass(frozen=True, kw_only=True)
class Api(Generic[S_co]):
    """One API in both scopes: claim and namespaced kind `kind`, composite of the claims scope `X<kind>`."""

    kind: str
    plural: str
    short_name: str
    spec: type[S_co]
    status: type[Spec]
    columns: tuple[Column, ...]
    makes: tuple[tuple[str, str], ...]
    """Kinds of the objects that are made, each with when."""
    name_max: int
    phases: Mapping[Effect, str]
    """What `status.phase` says for each effect of the reason that decides."""
    category: str = "platform"

    @property
    def composite_kind(self) -> str:
        """Return the kind of the composite behind a claim."""
        return f"X{self.kind}"

    @property
    def folder(self) -> str:
        """Return the API's name in paths of this project."""
        return self.kind.lower()

    @property
    def name_too_long(self) -> str:
        """Return the message for a name that is too long."""
        return f"a name has at most {self.name_max} characters"


NAME_INVALID = f"a name must be {DNS_LABEL.meaning}"
"""The message for a name that cannot become a Service's."""
