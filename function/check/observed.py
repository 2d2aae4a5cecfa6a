"""Loads observed composed resources from files, such as those that --observed names."""

from collections.abc import Iterable

from function.base.manifest import Manifest, text_at
from function.check.errors import UnusableFileError
from function.check.resource import Resource
from function.check.supplied import supplied
from function.delivery.live import KEY


def load(path: str | None) -> dict[str, Manifest]:
    """Return the resources by the key in their annotation.

    Raises UnreadableFileError, or UnusableFileError if a file is not YAML or a key is missing or occurs twice.
    """
    return by_key(supplied(path) if path else ())


def by_key(resources: Iterable[Resource]) -> dict[str, Manifest]:
    """Return resources by the key in their annotation; raises UnusableFileError if one is missing or occurs twice."""
    observed: dict[str, Manifest] = {}
    for resource in resources:
        key = text_at(resource.manifest, "metadata", "annotations", KEY)
        if not key or key in observed:
            reason = f"annotation {KEY} occurs twice; got '{key}'" if key else f"no annotation {KEY}"
            raise UnusableFileError(resource.file, f"line {resource.node.range.line}: {reason}")
        observed[key] = resource.manifest
    return observed
