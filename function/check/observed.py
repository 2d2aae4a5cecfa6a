"""Loads observed composed resources from the files that --observed names."""

from function.base.manifest import Manifest, text_at
from function.check import files
from function.check.errors import UnusableFileError
from function.check.load import LoadedFile, load_file
from function.delivery.live import KEY


def load(path: str | None) -> dict[str, Manifest]:
    """Return the resources by the key in their annotation.

    Raises UnreadableFileError, or UnusableFileError if a file is not YAML or a key is missing or occurs twice.
    """
    observed: dict[str, Manifest] = {}
    discovered = files.discover([path] if path else [])
    for error in discovered.unreadable:
        raise error
    for name in discovered.paths:
        _add(observed, load_file(name))
    return observed


def _add(observed: dict[str, Manifest], file: LoadedFile) -> None:
    finding = file.end or next(iter(file.findings), None)
    if finding:
        raise _unusable(file, finding.range.line, finding.message)
    for resource in file.resources:
        key = text_at(resource.manifest, "metadata", "annotations", KEY)
        if not key or key in observed:
            reason = f"annotation {KEY} occurs twice; got '{key}'" if key else f"no annotation {KEY}"
            raise _unusable(file, resource.node.range.line, reason)
        observed[key] = resource.manifest


def _unusable(file: LoadedFile, line: int, reason: str) -> UnusableFileError:
    return UnusableFileError(file.name, f"line {line}: {reason}")
