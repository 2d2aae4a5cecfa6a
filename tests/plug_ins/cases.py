"""What the test module of a plug-in tells the tests that all plug-ins share."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from function.base.manifest import Json, Manifest


@dataclass(frozen=True, kw_only=True)
class Cases:
    """The value of `CASES`. A place is the path of a field below the plug-in's document, such as `vault.address`."""

    whole: Manifest
    """A valid document; every change is made to it alone, so it holds what the changes need."""
    changes: Mapping[str, Json]
    """For every field another valid value, with which the rendered objects differ."""
    refused: Sequence[tuple[str, Json]]
    """Places and values that are invalid there."""
    policy: Mapping[str, Json] = field(default_factory=dict)
    """What PlatformConfig.spec.policy must allow for these documents."""
    for_applications: Collection[str] = ()
    """Places of `changes` that change nothing but the document of the binding, which applications read."""
    in_l5: bool = True
    """Whether the L5 specification has the type, if it is one of a binding."""
