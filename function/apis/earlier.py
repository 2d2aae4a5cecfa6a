"""An API as the claims of an earlier composition spell it, which takeover mode accepts in addition."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from function.base.manifest import Json, Manifest
from function.base.model import Spec
from function.base.problems import Problem

S_co = TypeVar("S_co", bound=Spec, covariant=True)


@dataclass(frozen=True)
class Migration:
    """A spec without deprecated fields; `problems` are about those that have no equivalent and stay."""

    spec: Manifest
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Earlier(Generic[S_co]):
    """The model of such a spec, and what rewrites one."""

    spec: type[S_co]
    migrate: Callable[[Mapping[str, Json]], Migration]
    """Ignores fields with values of a wrong type: validation reports those."""
