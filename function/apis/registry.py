"""All APIs and all reasons: every package in this folder with a module `implementation` is an API."""

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
    found.api.kind: found for found in (discover(folder)["implementation"].IMPLEMENTATION for folder in _FOLDERS)
}
"""The APIs by claim kind. Which types an API has inside is its own affair, hence Any."""

APIS: Mapping[str, Api[Spec]] = {kind: found.api for kind, found in IMPLEMENTATIONS.items()}

REASONS: Mapping[str, Reason] = registered(
    module
    for package in (reasons.__name__, *(f"{folder}.status.reasons" for folder in _FOLDERS))
    for module in discover(package).values()
)
"""The closed list of reasons, sorted by name."""
