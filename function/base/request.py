"""The input of one function call: everything that `render` may read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from function.base.manifest import Json, Manifest
from function.base.problems import Problem


@dataclass(frozen=True, kw_only=True)
class Unreadable:
    """A resource in the request that cannot be decoded: an error if it is ours, ignored if it is another step's."""

    part: Literal["observed", "required"]
    name: str
    """Key of an observed resource, or name of a requirement."""
    problem: Problem


@dataclass(frozen=True, kw_only=True)
class Request:
    """The composite resource and what Crossplane knows about it.

    `observed` are composed resources by key, `desired` the keys of the resources that earlier steps of the pipeline
    desire, `required` the resources that an earlier call requested, by name, or None if nobody fetches any. `platform`
    is a PlatformConfig document, {} for the defaults, or None if it is not known: violations of its policy are then
    warnings.
    """

    xr: Manifest
    observed: Mapping[str, Manifest] = field(default_factory=dict)
    desired: frozenset[str] = frozenset()
    required: Mapping[str, Sequence[Manifest]] | None = None
    platform: Mapping[str, Json] | None = field(default_factory=dict)
    unreadable: tuple[Unreadable, ...] = ()
    """What is missing from `observed` and `required`, since it cannot be decoded."""
