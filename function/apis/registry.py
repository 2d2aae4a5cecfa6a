"""All APIs and all reasons. A call imports one API only (`implementations`); this imports them all."""

from collections.abc import Mapping

from function.apis.api import Api
from function.apis.implementations import PACKAGES, implementation
from function.apis.names import renamed
from function.base.discovery import discover
from function.base.model import Spec
from function.platform.config import PlatformConfig
from function.status import reasons
from function.status.reason import Reason
from function.status.registry import registered

APIS: Mapping[str, Api[Spec]] = {kind: implementation(kind).api for kind in PACKAGES}
"""The APIs by claim kind."""


def named_apis(config: PlatformConfig) -> Mapping[str, Api[Spec]]:
    """Return all APIs by their own kinds, under the names that the settings give them."""
    return {kind: renamed(api, config) for kind, api in APIS.items()}


_SHARED_REASONS = tuple(discover(reasons.__name__).values())
_OWN_REASONS = {kind: tuple(discover(f"{package}.status.reasons").values()) for kind, package in PACKAGES.items()}

REASONS: Mapping[str, Reason] = registered(
    module for modules in (_SHARED_REASONS, *_OWN_REASONS.values()) for module in modules
)
"""The closed list of reasons, sorted by name."""

_REASONS_OF = {kind: registered((*_SHARED_REASONS, *_OWN_REASONS[kind])) for kind in APIS}


def phases(reason: Reason) -> dict[str, str]:
    """Return the `status.phase` that this reason causes if it decides, by the kinds of claim that can show it."""
    return {kind: APIS[kind].phases[reason.effect] for kind, known in _REASONS_OF.items() if reason.name in known}
