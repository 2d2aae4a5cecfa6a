"""The settings of PlatformConfig about pod security."""

from typing import Literal

from function.base.model import Spec


class Security(Spec):
    """Security requirements for pods."""

    profile: Literal["restricted", "baseline"] = "restricted"
    """Pod Security profile. baseline does not set user and capabilities; use it for local clusters only."""
