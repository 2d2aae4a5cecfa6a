"""The platform's settings, checked against what this product emits."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from function.apis import names, overlay_problems
from function.apis.api import Api
from function.apis.contract import Implementation
from function.apis.input import identify, settings
from function.apis.registry import APIS, IMPLEMENTATIONS
from function.base.manifest import Json
from function.base.model import Spec
from function.base.problems import Problem
from function.platform.config import PlatformConfig

_LONGEST_KNOWN = 64 * 1024
"""Characters of settings that are kept; what is kept is bounded."""
KINDS = frozenset(kind for api in APIS.values() for kind, _ in api.makes)


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
    if config is None or not (config.overlays or config.names):
        return config, problems
    found = wrong(config, "PlatformConfig.spec")
    return (None, found) if found else (config, [])


def wrong(config: PlatformConfig, path: str) -> list[Problem]:
    """Return the problems of names and overlays in the spec at `path`."""
    return [
        *names.wrong_names(APIS, config, f"{path}.names"),
        *overlay_problems.problems(config.overlays, KINDS, f"{path}.overlays"),
    ]


def implementation_of(
    document: Mapping[str, Json], config: PlatformConfig
) -> tuple[Implementation[Any, Any] | None, list[Problem]]:
    """Return the API that a document belongs to, under its own names, or None and the problems."""
    apis = named_apis(config)
    kind, problems = identify(apis, document, config)
    if kind is None:
        return None, problems
    found = IMPLEMENTATIONS[kind]
    return (found if apis is APIS else replace(found, api=apis[kind])), []


def named_apis(config: PlatformConfig) -> Mapping[str, Api[Spec]]:
    """Return the APIs by their own kinds, under the names that the platform gives them."""
    return names.renamed(APIS, config)
