"""The version of Flink in an image, as far as its tag says."""

import re
from typing import get_args

from function.base.image import tag
from function.platform.flink import FlinkVersion

_RELEASE = re.compile(r"v?([0-9]{1,9})[.]([0-9]{1,9})([.][0-9]{1,9})?(?![.0-9a-zA-Z])")
"""The beginning of a tag: 1.20.1-scala_2.12 is 1.20.1."""

VERSIONS: tuple[FlinkVersion, ...] = get_args(FlinkVersion)
"""The supported versions, the oldest first."""


def series(image: str) -> str | None:
    """Return the version in the image's tag as a FlinkDeployment spells it, supported or not: v1_20."""
    found = _RELEASE.match(tag(image))
    return f"v{found[1]}_{found[2]}" if found else None


def release(image: str) -> str | None:
    """Return the release in the image's tag, such as 1.20.1, or None if the tag does not name one of three numbers."""
    found = _RELEASE.match(tag(image))
    return f"{found[1]}.{found[2]}{found[3]}" if found and found[3] else None


def supported(version: str | None) -> FlinkVersion | None:
    """Return the version if it is supported, or else None."""
    return next((known for known in VERSIONS if known == version), None)


def since(version: FlinkVersion | None, first: FlinkVersion) -> bool:
    """Return whether a version is `first` or newer; an unknown one is not."""
    return version is not None and VERSIONS.index(version) >= VERSIONS.index(first)
