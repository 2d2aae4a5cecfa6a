"""The interface of an API: `render` uses this record and nothing else of an API."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from function.apis.api import Api
from function.apis.joined import Joined
from function.apis.links import Links
from function.apis.transition import Transition
from function.base.condition import Condition
from function.base.identity import Identity
from function.base.manifest import Json, Manifest
from function.base.model import Spec
from function.base.outcome import Requirement
from function.base.problems import Problem
from function.delivery.resource import Resource
from function.platform.config import PlatformConfig
from function.status.observation import Observation

S = TypeVar("S", bound=Spec)
R = TypeVar("R")


@dataclass(frozen=True)
class Report:
    """The status fields and all conditions, with `Operational` last."""

    status: Manifest
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, kw_only=True)
class Implementation(Generic[S, R]):
    """One API: `S` is the model of its spec, `R` the resolved claim that `prepare` returns and everything else reads.

    `prepare` must not fail for a valid spec; violations of the platform's settings are reported by `policy`. `policies`
    are those checks among them that need only some fields: of an invalid spec they check what is valid.
    """

    api: Api[S]
    prepare: Callable[[S, Identity, PlatformConfig], R]
    policy: Callable[[R], Sequence[Problem]]
    policies: Callable[[S, Json, Identity, PlatformConfig], Iterable[Iterator[Problem]]]
    """The second argument is the spec as written."""
    compose: Callable[[R], Sequence[Resource]]
    """The objects in order, each with its own key."""
    join: Callable[
        [R, Mapping[str, Sequence[Mapping[str, Json]]] | None, Mapping[str, Mapping[str, Json]]], Joined[R]
    ] = lambda resolved, *_: Joined(resolved=resolved)
    """The resolved claim with what it takes from the required resources by name, None if nobody fetches any; the last
    argument are the observed resources by key."""
    adopt: Callable[[R, Mapping[str, Mapping[str, Json]]], R] = lambda resolved, _: resolved
    """The resolved claim with what is observed by key and cannot change; only takeover mode asks."""
    transition: Callable[[Sequence[Resource], Mapping[str, Mapping[str, Json]]], Transition]
    """What to compose in this call, from the objects and the observed resources by key."""
    requirements: Callable[[Identity, PlatformConfig, R | None], Mapping[str, Requirement]]
    """Must return the same on every call, or Crossplane calls again and again; None means that the spec is invalid."""
    links: Callable[[R], Links]
    """What the claim has in common with other documents; only checks of several documents ask."""
    report: Callable[
        [
            R,
            Mapping[str, Observation],
            Mapping[str, Sequence[Mapping[str, Json]]],
            Mapping[str, Json],
            Sequence[Problem],
        ],
        Report,
    ]
    """Status and conditions, from observations of the composed resources by key, the required resources by name, the
    composite with the conditions of the call before, and warnings about the spec."""
    emits: Callable[[str], bool]
    """Whether a composed key belongs to this API; all other keys belong to other steps of the pipeline."""
    keeps: Callable[[R, str, Mapping[str, Json], Mapping[str, str]], str | None]
    """Why the object with a key, observed as given, must not be removed, or None if the spec explains it; for keys of
    other steps, too. The last argument contains each text that depends on values outside the claim, by path and as it
    was written."""
