"""The labels that the platform asks of every claim, and copies to all objects."""

from collections.abc import Iterator

from function.base.problems import Problem, join
from function.spec.composite import Composite
from function.spec.platform_config import PlatformConfig


def missing(composite: Composite, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem for each one that is absent or empty."""
    for key in config.labels.required:
        if not composite.labels.get(key):
            yield Problem(path=join("metadata.labels", key), message="required label missing", code="EP221")


def held(composite: Composite, config: PlatformConfig) -> dict[str, str]:
    """Return those that are there."""
    return {key: composite.labels[key] for key in config.labels.required if key in composite.labels}
