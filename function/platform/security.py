"""The settings of PlatformConfig about what pods may do."""

from typing import Literal

from function.base.model import Spec


class Security(Spec):
    """What the pods must keep to."""

    profile: Literal["restricted", "baseline"] = "restricted"
    """Pod Security profile. baseline leaves user and capabilities to the image, for local clusters."""
