"""What would be lost if the answer were applied over what is observed."""

from collections.abc import Mapping
from typing import TypeVar

from function.apis.contract import Implementation
from function.base.manifest import Json, Manifest
from function.base.model import Spec
from function.base.problems import Problem
from function.base.request import Request
from function.platform.config import PlatformConfig
from function.status.safety import unsafe
from function.status.unclaimed import named, refused, unclaimed

S = TypeVar("S", bound=Spec)
R = TypeVar("R")


def of_removals(
    api: Implementation[S, R],
    resolved: R,
    composed: Mapping[str, Manifest],
    request: Request,
    config: PlatformConfig,
    outside: Mapping[str, str],
) -> list[Problem]:
    """Return what would be unsafe to apply over what is observed, and warnings about what nobody asks for."""

    def keeps(key: str, observed: Mapping[str, Json]) -> str | None:
        return api.keeps(resolved, key, observed, outside)

    others = unclaimed(composed, request.observed, request.desired, api.emits)
    left = [key for key in others if keeps(key, request.observed[key]) is not None]
    return [
        *unsafe(composed, request.observed, emits=api.emits, keeps=keeps, desired=request.desired),
        *(refused(left, request.observed) if config.takeover_mode else ()),
        *named(left),
    ]
