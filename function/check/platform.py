"""Loads the platform settings from the file that --platform-config names."""

from typing import NamedTuple

from function.base.manifest import Manifest
from function.base.validation import parse
from function.check.errors import InvalidFileError, UnusableFileError
from function.check.load import load_file
from function.platform.config import Document, PlatformConfig


class Platform(NamedTuple):
    """A PlatformConfig document as written, or None if no file was given, and its API group."""

    document: Manifest | None
    group: str


def load(path: str | None) -> Platform:
    """Return the settings in a file, or unknown settings for None.

    Raises UnreadableFileError, UnusableFileError if the file does not contain exactly one document, and
    InvalidFileError with all errors in the file.
    """
    if path is None:
        return Platform(None, PlatformConfig().group)
    file = load_file(path)
    if file.findings:
        raise InvalidFileError(file.name, map(str, file.findings))
    if len(file.resources) != 1:
        raise UnusableFileError(
            file.name, f"must contain exactly one PlatformConfig; got {len(file.resources)} documents"
        )
    resource = file.resources[0]
    document, problems = parse(Document, resource.value, "")
    if document is None or problems:
        raise InvalidFileError(file.name, [str(resource.finding(problem)) for problem in problems])
    return Platform(resource.manifest, document.spec.group)
