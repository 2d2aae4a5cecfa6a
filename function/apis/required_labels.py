"""The labels that the platform requires on every claim and copies to all objects."""

from collections.abc import Iterator

from function.base.identity import Identity
from function.base.problems import Problem, join
from function.platform.config import PlatformConfig


def missing(identity: Identity, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem for each required label that is missing or empty."""
    for key in config.labels.required:
        if not identity.labels.get(key):
            yield Problem(path=join("metadata.labels", key), message="required label missing", code="EP221")


def held(identity: Identity, config: PlatformConfig) -> dict[str, str]:
    """Return the required labels that are set."""
    return {key: identity.labels[key] for key in config.labels.required if key in identity.labels}
