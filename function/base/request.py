"""The input of one function call: everything that `render` may read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from function.base.manifest import Json, Manifest


@dataclass(frozen=True, kw_only=True)
class Request:
    """The composite resource and what Crossplane knows about it.

    `observed` are composed resources by key, `desired` the keys of the resources that earlier steps of the pipeline
    desire, `required` the resources that an earlier call requested, by name, and `platform` is a PlatformConfig
    document, or {} for the defaults.
    """

    xr: Manifest
    observed: Mapping[str, Manifest] = field(default_factory=dict)
    desired: frozenset[str] = frozenset()
    required: Mapping[str, Sequence[Manifest]] = field(default_factory=dict)
    platform: Mapping[str, Json] = field(default_factory=dict)
