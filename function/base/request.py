"""The input of one function call: everything that `render` may read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from function.base.manifest import Json, Manifest


@dataclass(frozen=True, kw_only=True)
class Request:
    """The composite resource and what Crossplane knows about it.

    `observed` are composed resources by key, `required` the resources that an earlier call requested, by name, or None
    if nobody fetches any. `platform` is a PlatformConfig document, {} for the defaults, or None if it is not known:
    violations of its policy are then warnings.
    """

    xr: Manifest
    observed: Mapping[str, Manifest] = field(default_factory=dict)
    required: Mapping[str, Sequence[Manifest]] | None = None
    platform: Mapping[str, Json] | None = field(default_factory=dict)
