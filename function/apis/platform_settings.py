"""The platform's settings, checked against what this product emits."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from function.apis import names, overlay_problems
from function.apis.contract import Implementation
from function.apis.implementations import PACKAGES, implementation
from function.apis.input import identify, settings
from function.base.manifest import Json
from function.base.problems import Problem
from function.platform.config import PlatformConfig

_LONGEST_KNOWN = 64 * 1024
"""Characters of settings that are kept; what is kept is bounded."""


def platform_settings(platform: Mapping[str, Json]) -> tuple[PlatformConfig | None, list[Problem]]:
    """Return the settings of a PlatformConfig document, the defaults for {}, or None and the problems."""
    text = json.dumps(platform)
    config, problems = _known(text) if len(text) <= _LONGEST_KNOWN else _checked(platform)
    return config, list(problems)


@lru_cache(maxsize=16)
def _known(text: str) -> tuple[PlatformConfig | None, list[Problem]]:
    """Return the settings in a JSON text, which are the same on every call of one Composition."""
    return _checked(json.loads(text))


def _checked(platform: Mapping[str, Json]) -> tuple[PlatformConfig | None, list[Problem]]:
    config, problems = settings(platform)
    if config is None:
        return None, problems
    found = wrong(config, "PlatformConfig.spec")
    return (None, found) if found else (config, [])


def wrong(config: PlatformConfig, path: str) -> list[Problem]:
    """Return the problems of names and overlays in the spec at `path`."""
    if not (config.names or config.overlays):
        return []  # what follows concerns all APIs, so it imports them all
    apis = {kind: implementation(kind).api for kind in PACKAGES}
    kinds = frozenset(kind for api in apis.values() for kind, _ in api.makes)
    return [
        *names.wrong_names(apis, config, f"{path}.names"),
        *overlay_problems.problems(config.overlays, kinds, f"{path}.overlays"),
    ]


def implementation_of(
    document: Mapping[str, Json], config: PlatformConfig
) -> tuple[Implementation[Any, Any] | None, list[Problem]]:
    """Return the API that a document belongs to, under its own names, or None and the problems."""
    kind, problems = identify(names.named_kinds(PACKAGES, config), document, config)
    if kind is None:
        return None, problems
    found = implementation(kind)
    api = names.renamed(found.api, config)
    return (found if api is found.api else replace(found, api=api)), []
