"""The platform's settings, checked against what this product emits."""

from collections.abc import Mapping

from function.apis import overlay_problems
from function.apis.input import settings
from function.apis.registry import APIS
from function.base.manifest import Json
from function.base.problems import Problem
from function.platform.config import PlatformConfig

KINDS = frozenset(kind for api in APIS.values() for kind, _ in api.makes)


def platform_settings(platform: Mapping[str, Json]) -> tuple[PlatformConfig | None, list[Problem]]:
    """Return the settings of a PlatformConfig document, the defaults for {}, or None and the problems."""
    config, problems = settings(platform)
    if config is None or not config.overlays:
        return config, problems
    found = wrong_overlays(config, "PlatformConfig.spec")
    return (None, found) if found else (config, [])


def wrong_overlays(config: PlatformConfig, path: str) -> list[Problem]:
    """Return the problems of the overlays in the spec at `path`."""
    return list(overlay_problems.problems(config.overlays, KINDS, f"{path}.overlays"))
