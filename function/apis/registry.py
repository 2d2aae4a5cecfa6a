"""All APIs and all reasons. Every package in this folder that has a module `implementation` is an API."""

from collections.abc import Mapping
from typing import Any

from function import apis
from function.apis.api import Api
from function.apis.contract import Implementation
from function.base.discovery import discover, packages
from function.base.model import Spec
from function.status import reasons
from function.status.reason import Reason
from function.status.registry import registered

_FOLDERS = packages(apis.__name__)

IMPLEMENTATIONS: Mapping[str, Implementation[Any, Any]] = {
    implementation.api.kind: implementation
    for implementation in (discover(folder)["implementation"].IMPLEMENTATION for folder in _FOLDERS)
}
"""The APIs by claim kind. The types inside an API are private to it, hence Any."""

APIS: Mapping[str, Api[Spec]] = {kind: implementation.api for kind, implementation in IMPLEMENTATIONS.items()}

_SHARED_REASONS = tuple(discover(reasons.__name__).values())
_OWN_REASONS = {folder: tuple(discover(f"{folder}.status.reasons").values()) for folder in _FOLDERS}

REASONS: Mapping[str, Reason] = registered(
    module for modules in (_SHARED_REASONS, *_OWN_REASONS.values()) for module in modules
)
"""The closed list of reasons, sorted by name."""

_REASONS_OF = {
    kind: registered((*_SHARED_REASONS, *_OWN_REASONS[folder])) for folder, kind in zip(_FOLDERS, APIS, strict=True)
}


def phases(reason: Reason) -> dict[str, str]:
    """Return the `status.phase` that this reason causes if it decides, by the kinds of claim that can show it."""
    return {kind: APIS[kind].phases[reason.effect] for kind, known in _REASONS_OF.items() if reason.name in known}
