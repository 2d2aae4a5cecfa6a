"""Versions of programs, as images and packages name them."""

import re
from collections.abc import Iterable
from typing import TypeAlias

from function.base.image import tag

Version: TypeAlias = tuple[int, int, int]
_VERSION = re.compile(r"v?([0-9]{1,6})\.([0-9]{1,6})(?:\.([0-9]{1,6}))?(?![0-9])")


def of_image(image: str) -> str:
    """Return the version in the tag of an image or package, "" if the tag is none."""
    found = tag(image)
    return found if parsed(found) else ""


def parsed(text: str) -> Version | None:
    """Return the numbers of a version such as v2.20.1 or 2.12.7-alpine, or None."""
    found = _VERSION.match(text)
    return (int(found[1]), int(found[2]), int(found[3] or 0)) if found else None


def oldest(texts: Iterable[str]) -> str:
    """Return the lowest of several versions, "" if none is known."""
    known = [(found, text) for text in texts if (found := parsed(text))]
    return min(known)[1] if known else ""


def older(text: str, limit: Version) -> bool:
    """Return whether a version is older than a limit; an unknown version is not."""
    found = parsed(text)
    return found is not None and found < limit
