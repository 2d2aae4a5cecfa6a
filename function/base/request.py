"""The input of one function call: everything that `render` may read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from function.base.manifest import Json
from function.base.outcome import Requirement

Fetch = Callable[[Requirement], Sequence[Mapping[str, Json]] | None]
"""Returns the objects that meet a requirement, [] if there are none, or None if that is not known."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """The composite resource and what Crossplane knows about it.

    `observed` are composed resources by key, `desired` the keys of the resources that earlier steps of the pipeline
    desire, `required` the resources that an earlier call requested, by name, or None if nobody fetches any. `platform`
    is a PlatformConfig document, or {} for the defaults; unless it is `known` to be the one in effect, violations of
    its policy are warnings. Objects may be decoded only when they are read, which may raise UndecodableError.
    """

    xr: Mapping[str, Json]
    observed: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
    desired: frozenset[str] = frozenset()
    required: Mapping[str, Sequence[Mapping[str, Json]]] | None = None
    platform: Mapping[str, Json] = field(default_factory=dict)
    known: bool = True
