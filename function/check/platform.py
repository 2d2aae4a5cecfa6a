"""The platform team's settings, from the file given with --platform-config."""

from typing import NamedTuple

from function.base.manifest import Manifest
from function.base.validation import parse
from function.check.errors import InvalidFileError, UnusableFileError
from function.check.load import load_file
from function.platform.config import Document, PlatformConfig


class Platform(NamedTuple):
    """A PlatformConfig document as it was written, {} for the defaults, and the API group it names."""

    document: Manifest
    group: str


def load(path: str | None) -> Platform:
    """Return the settings of a file, the defaults for None.

    Raises UnreadableFileError, UnusableFileError where it holds another number of documents than one, and
    InvalidFileError with all its mistakes.
    """
    if path is None:
        return Platform({}, PlatformConfig().group)
    file = load_file(path)
    if file.findings:
        raise InvalidFileError(file.name, map(str, file.findings))
    if len(file.resources) != 1:
        raise UnusableFileError(file.name, f"must hold one PlatformConfig; got {len(file.resources)} documents")
    resource = file.resources[0]
    document, problems = parse(Document, resource.value, "")
    if document is None or problems:
        raise InvalidFileError(file.name, [str(resource.finding(problem)) for problem in problems])
    return Platform(resource.manifest, document.spec.group)
