"""What one call of the function is about: everything `render` may look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from function.base.manifest import Json, Manifest


@dataclass(frozen=True, kw_only=True)
class Request:
    """The composite resource and what Crossplane knows about it.

    `observed` are composed resources by key, `desired` the keys of those that earlier steps of the pipeline want,
    `required` the resources that an earlier call asked for by name, `platform` a PlatformConfig document or {} for the
    defaults.
    """

    xr: Manifest
    observed: Mapping[str, Manifest] = field(default_factory=dict)
    desired: frozenset[str] = frozenset()
    required: Mapping[str, Sequence[Manifest]] = field(default_factory=dict)
    platform: Mapping[str, Json] = field(default_factory=dict)
