"""Names and models of an API, from which everything else about it is generated."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from function.apis.doubt import Doubt
from function.apis.earlier import Earlier
from function.base.condition import Effect
from function.base.model import Spec
from function.base.types import DNS_LABEL

VERSION = "v1alpha1"
S_co = TypeVar("S_co", bound=Spec, covariant=True)


@dataclass(frozen=True)
class Column:
    """A column of `kubectl get`; columns with priority 1 are shown only with -o wide."""

    name: str
    path: str
    type: Literal["string", "integer", "boolean", "date"] = "string"
    priority: Literal[0, 1] = 0


@dataclass(frozen=True, kw_only=True)
class Api(Generic[S_co]):
    """One API in both scopes: claims and namespaced composites are of kind `kind`, composites of claims `X<kind>`."""

    kind: str
    plural: str
    short_name: str
    """For kubectl. An API without one has only a kind and a plural, as a definition that was written by hand."""
    spec: type[S_co]
    status: type[Spec]
    columns: tuple[Column, ...]
    makes: tuple[tuple[str, str], ...]
    """Kinds of the objects that are created, each with the condition for it."""
    name_max: int
    phases: Mapping[Effect, str]
    """The value of `status.phase` for each effect of the deciding reason."""
    doubts: tuple[Doubt, ...] = ()
    """What is warned about."""
    earlier: Earlier[S_co] | None = None
    """What takeover mode accepts instead of `spec`."""
    category: str = "platform"
    files: str | None = None
    """Suffix of files that contain the spec alone, such as `.infra`."""
    variables: bool = False
    """Whether texts of the spec may contain variables; values of its own are in the field `variables` of the spec."""

    @property
    def composite_kind(self) -> str:
        """Return the kind of the composite behind a claim."""
        return composite_kind(self.kind)

    @property
    def folder(self) -> str:
        """Return the API's name in this project's file paths."""
        return self.kind.lower()

    @property
    def name_too_long(self) -> str:
        """Return the message for a name that is too long."""
        return f"a name must be at most {self.name_max} characters long"


def composite_kind(kind: str) -> str:
    """Return the kind of the composites behind claims of a kind."""
    return f"X{kind}"


RESERVED_NAMES = ("default", "kubernetes")
"""Names of objects that every namespace, or the API server itself, has."""
NAME_RESERVED = "this name is reserved"
"""The message for a name that belongs to an object of Kubernetes."""
NAME_INVALID = f"a name must be {DNS_LABEL.meaning}"
"""The message for a name that is not valid as the name of a Service."""
