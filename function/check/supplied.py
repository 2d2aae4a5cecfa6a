"""Resources that the user supplies in files in place of a cluster."""

from collections.abc import Iterator

from function.check import files
from function.check.errors import UnusableFileError
from function.check.load import load_content
from function.check.resource import Resource


def supplied(path: str, *, regular: bool = False, root: str | None = None) -> Iterator[Resource]:
    """Yield the resources in a file or folder.

    Raises UnreadableFileError, with `regular` also for a pipe or device, or UnusableFileError if a file is not YAML, or
    not in the folder `root`.
    """
    if root is not None:
        files.confined(path, root)
    discovered = files.discover([path])
    for error in discovered.unreadable:
        raise error
    for name in discovered.paths:
        if root is not None:
            files.confined(name, root)
        file = load_content(files.display_name(name), files.content(name, regular=regular))
        finding = file.end or next(iter(file.findings), None)
        if finding:
            raise UnusableFileError(file.name, f"line {finding.range.line}: {finding.message}")
        yield from file.resources
