"""What one call of the function is about: everything `render` may look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from function.base.manifest import Json, Manifest


@dataclass(frozen=True, kw_only=True)
class Request:
    """The composite resource and what Crossplane knows about it.

    `observed` are composed resources by key, `required` the resources that an earlier call asked for by name, None
    where nobody fetches any. `platform` is a PlatformConfig document, {} for the defaults, None where nobody knows it:
    what its policy decides is then a warning.
    """

    xr: Manifest
    observed: Mapping[str, Manifest] = field(default_factory=dict)
    required: Mapping[str, Sequence[Manifest]] | None = None
    platform: Mapping[str, Json] | None = field(default_factory=dict)
